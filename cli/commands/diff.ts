import { differencesOf } from '../../kss/diff/differences.ts';
import { diffText } from '../../kss/diff/diff-text.ts';
import { groupsOf } from '../../kss/diff/groups.ts';
import type { DiffGroup } from '../../kss/diff/groups.ts';
import { exits } from '../failure.ts';
import type { Exit } from '../failure.ts';
import type { Output } from '../output.ts';
import type { Given } from '../with-solution.ts';

export interface DiffChoice {
  readonly requireComplete: boolean;
}

/** Version of the form of `diff --json`. */
const version = 1;

const groupJson = ({ example, ...group }: DiffGroup): object => {
  const { a, b, lines } = example;
  return { ...group, a, b, witness: { after: lines.slice(0, -1), event: lines.at(-1) } };
};

/** `refmon diff A B`: where the verdicts of two policies for the same components differ. */
export const diff = (
  { solution: a }: Given,
  { solution: b }: Given,
  { requireComplete }: DiffChoice,
  output: Output,
): Exit => {
  const found = differencesOf(a, b, {
    progress: (done, all) => {
      if (done % 64 === 0) output.progress(`${String(done)} of ${String(all)} kinds of events`);
    },
  });
  const { differences, reasons, slots, alike } = found;
  const groups = groupsOf(differences);
  const isMore = differences.some(({ change }) => change === 'granted');
  const isShort = requireComplete && reasons.length > 0;
  output.say(diffText(found, groups));
  output.sayJson({
    version,
    ok: !isMore && !isShort,
    equal: differences.length === 0 && reasons.length === 0,
    complete: reasons.length === 0,
    slots,
    alike,
    groups: groups.map(groupJson),
    reasons,
  });
  return isMore || isShort ? exits.fault : exits.fine;
};
