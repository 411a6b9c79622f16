import type { SecurityModule } from '../../model/security.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { asText, findDifferent } from './difference.ts';
import type { Compared } from './difference.ts';
import { runOfModule } from './engine-run.ts';
import type { EngineRun } from './engine-run.ts';

/** Where two engines first differ, in what, and what each says. */
export interface Difference {
  /** Index of the happening in its sequence. */
  readonly at: number;
  readonly in: Compared;
  readonly left: string;
  readonly right: string;
}

/** How many events a comparison has seen, and how many of them were granted. */
export interface Tally {
  events: number;
  granted: number;
}

const contextDifference = (
  at: number,
  left: EngineRun,
  right: EngineRun,
): Difference | undefined =>
  left.bytes() === right.bytes()
    ? undefined
    : { at, in: 'context', left: asText(left.view()), right: asText(right.view()) };

const differenceAt = (
  at: number,
  happening: Happening,
  left: EngineRun,
  right: EngineRun,
  tally: Tally,
): Difference | undefined => {
  if (happening.kind === 'gone') {
    left.release(happening.sid);
    right.release(happening.sid);
    return contextDifference(at, left, right);
  }
  const [one, other] = [left.decide(happening.event), right.decide(happening.event)];
  tally.events += 1;
  if (one.verdict.kind === 'granted') tally.granted += 1;
  const different = findDifferent(one, other);
  return different === undefined
    ? contextDifference(at, left, right)
    : { at, in: different, left: asText(one), right: asText(other) };
};

/** The first difference of two runs over a sequence; at its end their views are compared too. */
export const compareRuns = (
  left: EngineRun,
  right: EngineRun,
  sequence: readonly Happening[],
  tally: Tally = { events: 0, granted: 0 },
): Difference | undefined => {
  for (const [at, happening] of sequence.entries()) {
    const difference = differenceAt(at, happening, left, right, tally);
    if (difference !== undefined) return difference;
  }
  const [one, other] = [asText(left.view()), asText(right.view())];
  return one === other ? undefined : { at: sequence.length, in: 'view', left: one, right: other };
};

/**
 * The first difference of two engines over a sequence: in verdict, reasons, audit or context.
 *
 * Result: absent if they agree throughout.
 */
export const compareEngines = <Left extends object, Right extends object>(
  left: SecurityModule<Left>,
  right: SecurityModule<Right>,
  sequence: readonly Happening[],
  tally?: Tally,
): Difference | undefined => compareRuns(runOfModule(left), runOfModule(right), sequence, tally);
