import type { SecurityEvent } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import { answerOf } from './answer.ts';
import type { VerdictAnswer } from './answer.ts';
import type { Context } from './context.ts';
import type { Change } from './explain/change.ts';
import { explainRule } from './explain/tree.ts';
import type { ExplainedRule } from './explain/tree.ts';
import { changesOf } from './explain/would-change.ts';
import { interpreter } from './interpreter.ts';
import type { Judgement } from './interpreter.ts';
import { describeEvent } from './pal.ts';
import { resolve } from './resolve.ts';
import { unmodelledIn } from './unmodelled.ts';
import type { Unmodelled } from './unmodelled.ts';

/** An event that came before, and what became of it. */
export interface Before {
  readonly event: string;
  readonly verdict: 'granted' | 'denied';
}

/**
 * Why an event gets its verdict, and what would change it.
 *
 * Source: spec/formats/explain.md.
 */
export interface Explanation extends VerdictAnswer, Unmodelled {
  readonly event: string;
  /** The events before it, if any were given. */
  readonly after?: readonly Before[];
  readonly tree: readonly ExplainedRule[];
  readonly wouldChange: readonly Change[];
}

const treeOf = (
  solution: Solution,
  event: SecurityEvent,
  { verdict, asked }: Judgement,
): readonly ExplainedRule[] => {
  const resolved = resolve(solution, event);
  if (resolved.kind !== 'resolved') return [];
  return asked
    .filter(({ as, finding }) => as === 'statement' || finding !== undefined)
    .map((one) => explainRule(one, resolved.resolved, verdict.kind));
};

/** Why an event is granted or denied in a context: each rule that was asked, with its values. */
export const explain = (
  solution: Solution,
  context: Context,
  event: SecurityEvent,
): Explanation => {
  const judgement = interpreter(solution).judge(context, event);
  return {
    event: describeEvent(event),
    ...answerOf(judgement.verdict),
    ...unmodelledIn(solution, event),
    tree: treeOf(solution, event, judgement),
    wouldChange: changesOf(solution, context, event, judgement),
  };
};
