import type { Solution } from '../../solution/solution.ts';
import { namesOfSids } from '../decide/names-of-sids.ts';
import { eventFields } from '../decide/write-event.ts';
import { reasonOf } from '../witness/reason.ts';
import type { Analysis } from './analyse.ts';
import type { AnalysisFinding } from './finding.ts';

/** Events that show a finding, as lines of `decide`. */
export interface WitnessLines {
  readonly after: readonly object[];
  readonly event: object;
}

/** The lines with which `decide` shows a finding; absent where no event is there to show. */
export const makeWitnessLines = (
  solution: Solution,
): ((finding: AnalysisFinding) => WitnessLines | undefined) => {
  const nameOf = namesOfSids(solution);
  return ({ shown }) =>
    shown === undefined
      ? undefined
      : {
          after: shown.prelude.map((one) => eventFields(one, nameOf)),
          event: eventFields(shown.event, nameOf),
        };
};

/** What was not decided, and how far it was looked, as JSON. */
export const analysisRest = ({ unknown, bounds, slots }: Analysis) => ({
  unknown: unknown.map(reasonOf),
  bounds,
  slots,
});
