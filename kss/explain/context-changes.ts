import type { SecurityEvent, Verdict } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Context } from '../context.ts';
import { chosenOf } from '../witness/chosen-of.ts';
import { searchContexts } from '../witness/contexts.ts';
import type { ContextBounds } from '../witness/contexts.ts';
import { objectsOf } from '../witness/disturbed.ts';
import { judgeAt, programAt } from '../witness/policy-at.ts';
import type { EventSlot } from '../witness/slots.ts';
import type { ReachedContext } from '../witness/witness.ts';
import { contextChange } from './change.ts';
import type { Change } from './change.ts';

/** How far events before the one that is explained are sought. */
export const explainBounds: ContextBounds = {
  contexts: 256,
  depth: 6,
  parties: 8,
  searches: 20_000,
};

/** Events before that change the verdict, and whether it is certain that there are no others. */
export interface ContextChanges {
  readonly changes: readonly Change[];
  /** The contexts that were tried. */
  readonly tried: readonly ReachedContext[];
  readonly complete: boolean;
  readonly unknown: readonly string[];
}

/**
 * The shortest sequence of granted events before an event that changes its verdict.
 *
 * Result: the verdict after it was judged by the engine. Without one, and `complete`, no sequence of
 *         events of the solution's processes changes the verdict.
 */
export const contextChanges = (
  solution: Solution,
  slot: EventSlot,
  context: Context,
  event: SecurityEvent,
  verdict: Verdict['kind'],
): ContextChanges => {
  const judge = judgeAt(solution, slot);
  const objects = objectsOf(programAt(solution, slot));
  const values =
    event.content.kind === 'value' ? [...chosenOf(slot.type, event.content.message).values()] : [];
  const { contexts, complete, unknown } = searchContexts(solution, explainBounds, {
    from: { context, prelude: [] },
    until: (reached) => judge(reached.context, event).verdict.kind !== verdict,
    objects,
    values: [...new Set(values)],
  });
  const last = contexts.at(-1);
  const judgement = last === undefined ? undefined : judge(last.context, event);
  const isFound = judgement !== undefined && judgement.verdict.kind !== verdict;
  return {
    changes: isFound && last !== undefined ? [contextChange(last.prelude, event, judgement)] : [],
    tried: contexts,
    complete,
    unknown: unknown.map(({ what, why }) => `${what}: ${why}`),
  };
};
