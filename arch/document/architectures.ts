import { formats, tlbFormats } from '../catalogue.ts';
import type { ControlBit } from '../control.ts';
import type { Format } from '../format.ts';
import type { ArchName } from '../names.ts';
import type { TlbFormat } from '../software-tlb.ts';
import { answerTlbWalks, answerWalks } from './answer.ts';
import type { Complaint } from './fields.ts';
import { readTests } from './read-tests.ts';
import type { ReadTests } from './read-tests.ts';
import { tlbTestAt } from './tlb-test.ts';
import { walkTestAt } from './walk-test.ts';

/** What a document comes to: another one with the answers, or what is wrong with it. */
export type Answered =
  | { readonly kind: 'answered'; readonly document: object }
  | { readonly kind: 'unreadable'; readonly complaints: readonly Complaint[] };

/** An architecture as `walk` knows it. */
export interface Architecture {
  readonly name: ArchName;
  readonly controlBits: readonly ControlBit<string>[];
  readonly answer: (json: unknown) => Answered;
}

const answered = <Test>(
  { tests, complaints }: ReadTests<Test>,
  answer: (tests: readonly Test[]) => object,
): Answered =>
  complaints.length > 0
    ? { kind: 'unreadable', complaints }
    : { kind: 'answered', document: answer(tests) };

const byTables = (format: Format): Architecture => ({
  name: format.name,
  controlBits: format.controlBits,
  answer: (json) =>
    answered(
      readTests(format.name, json, (item, complain) => walkTestAt(format, item, complain)),
      (tests) => answerWalks(format, tests),
    ),
});

const bySoftware = (format: TlbFormat): Architecture => ({
  name: format.name,
  controlBits: [],
  answer: (json) =>
    answered(
      readTests(format.name, json, (item, complain) => tlbTestAt(format, item, complain)),
      (tests) => answerTlbWalks(format, tests),
    ),
});

/** Every architecture that is there. */
export const architectures: readonly Architecture[] = [
  ...Object.values(formats).map(byTables),
  ...Object.values(tlbFormats).map(bySoftware),
];

export const findArchitecture = (name: string): Architecture | undefined =>
  architectures.find((one) => one.name === name);
