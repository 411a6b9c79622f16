import type { WalkCode } from './codes.ts';
import { makeComplaints } from './complaints.ts';
import { itemsAt, memberAt, objectAt, textAt } from './fields.ts';
import type { Complain, Complaint, Placed } from './fields.ts';

/** A document that was read; its tests are all there only if nothing is wrong. */
export interface ReadTests<Test> {
  readonly tests: readonly Test[];
  readonly complaints: readonly Complaint[];
}

/** Reads one test at a place in a document. */
export type ReadTest<Test> = (item: Placed, complain: Complain) => Test | undefined;

/**
 * Reads a document of `walk` for an architecture; members that it does not know are passed over.
 *
 * Source: spec/formats/walk.md.
 */
export const readTests = <Test>(
  name: string,
  json: unknown,
  readTest: ReadTest<Test>,
): ReadTests<Test> => {
  const { complain, all } = makeComplaints<WalkCode>('WLK-002');
  const members = objectAt({ path: '', value: json }, complain);
  if (members === undefined) return { tests: [], complaints: all() };
  const arch = textAt(memberAt('', members, 'arch'), complain);
  if (arch !== undefined && arch !== name) {
    complain('WLK-005', 'arch', `"${name}" is expected, as the command says`);
  }
  const tests: Test[] = [];
  for (const item of itemsAt(memberAt('', members, 'tests'), complain)) {
    const test = readTest(item, complain);
    if (test !== undefined) tests.push(test);
  }
  return { tests, complaints: all() };
};
