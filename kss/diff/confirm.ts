import { Defect } from '../../model/defect.ts';
import type { SecurityEvent, Subject } from '../../model/security.ts';
import { isTagged } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { Solution } from '../../solution/solution.ts';
import { subjectsOf } from '../../solution/subjects.ts';
import { makeDecider } from '../decide/decider.ts';
import { eventFields } from '../decide/write-event.ts';
import { namesOfSids, subjectNames } from '../decide/names-of-sids.ts';
import type { Difference } from './difference.ts';

/** The lines of `decide` with which a difference can be seen: granted by both, but the last. */
export type Lines = readonly object[];

const carriesHandle = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  if (!isTagged(value)) return value.some(carriesHandle);
  if (value.kind === 'record') return [...value.fields.values()].some(carriesHandle);
  return value.kind === 'handle' || (value.kind === 'union' && carriesHandle(value.value));
};

/** Does its message carry a handle? Lines name SIDs, and the SID of a handle may be one that no name stands for. */
const isUnnamable = ({ content }: SecurityEvent): boolean =>
  content.kind === 'value' && carriesHandle(content.message);

const isRenumberedIn = (common: Solution, others: readonly Solution[]): boolean => {
  const { find } = subjectsOf(common);
  const sidIn = (subject: Subject): number => (subject.kind === 'known' ? subject.sid : 0);
  return others.some((other) => {
    const subjects = subjectsOf(other);
    return subjectNames(common).some((name) => sidIn(find(name)) !== sidIn(subjects.find(name)));
  });
};

/** Says whether `decide` answers with both solutions as a difference says it does. */
export interface Confirmer {
  /** Has a subject another SID in one of the solutions than in the one that witnesses were found in? */
  readonly isRenumbered: boolean;
  readonly linesOf: (difference: Difference) => Lines;
  /**
   * Throws: `Defect`, if it answers otherwise to events that lines can say.
   */
  readonly confirm: (difference: Difference) => 'confirmed' | 'unnamable';
}

type Decide = (line: object) => 'granted' | 'denied';

const deciderOf = (solution: Solution): { readonly decide: Decide; readonly reset: () => void } => {
  const { decide } = makeDecider(solution);
  return {
    reset: () => {
      decide('{"reset":true}');
    },
    decide: (line) => {
      const answer = decide(JSON.stringify(line));
      if ('verdict' in answer) return answer.verdict;
      throw new Defect(`decide does not answer ${JSON.stringify(line)}`);
    },
  };
};

/**
 * Confirms differences by the compiled engine, on the whole solutions, from text.
 *
 * Shape: `common` is the solution in which witnesses were found.
 */
export const makeConfirmer = (common: Solution, a: Solution, b: Solution): Confirmer => {
  const nameOf = namesOfSids(common);
  const deciders = [deciderOf(a), deciderOf(b)] as const;
  const linesOf = ({ witness: { prelude, event } }: Difference): Lines =>
    [...prelude, event].map((one) => eventFields(one, nameOf));
  const isRenumbered = isRenumberedIn(common, [a, b]);
  const isAsSaid = (index: 0 | 1, lines: Lines, last: 'granted' | 'denied'): boolean => {
    const { decide, reset } = deciders[index];
    reset();
    return lines.every(
      (line, number) => decide(line) === (number + 1 < lines.length ? 'granted' : last),
    );
  };
  return {
    isRenumbered,
    linesOf,
    confirm: (difference) => {
      const lines = linesOf(difference);
      const { a: ofA, b: ofB, witness } = difference;
      if (isAsSaid(0, lines, ofA.verdict) && isAsSaid(1, lines, ofB.verdict)) return 'confirmed';
      if (isRenumbered || [...witness.prelude, witness.event].some(isUnnamable)) return 'unnamable';
      throw new Defect(`decide does not confirm ${JSON.stringify(lines)}`);
    },
  };
};
