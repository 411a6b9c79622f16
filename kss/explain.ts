import type { SecurityEvent } from '../model/security.ts';
import type { Solution } from '../solution/solution.ts';
import { answerOf } from './answer.ts';
import type { VerdictAnswer } from './answer.ts';
import type { Context } from './context.ts';
import { standardOptions } from './engine-options.ts';
import type { EngineOptions } from './engine-options.ts';
import type { Change } from './explain/change.ts';
import { explainRule } from './explain/tree.ts';
import type { ExplainedRule } from './explain/tree.ts';
import { asksOf, changesOf } from './explain/would-change.ts';
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
  { switches }: EngineOptions,
): readonly ExplainedRule[] => {
  const resolved = resolve(solution, event);
  if (resolved.kind !== 'resolved') return [];
  return asked
    .filter(({ as, finding }) => as === 'statement' || finding !== undefined)
    .map((one) => explainRule(one, resolved.resolved, verdict.kind, switches));
};

/** The search for changes knows the usual readings and refmon's own models alone. */
const notSought: Change = {
  kind: 'unknown',
  text: 'what else would change it is sought under the usual readings, and of refmon’s own models, alone',
};

/** Why an event is granted or denied in a context: each rule that was asked, with its values. */
export const explain = (
  solution: Solution,
  context: Context,
  event: SecurityEvent,
  options: EngineOptions = standardOptions,
): Explanation => {
  const judgement = interpreter(solution, options).judge(context, event);
  return {
    event: describeEvent(event),
    ...answerOf(judgement.verdict),
    ...unmodelledIn(solution, event),
    tree: treeOf(solution, event, judgement, options),
    wouldChange:
      options === standardOptions
        ? changesOf(solution, context, event, judgement)
        : [...asksOf(judgement.asked), notSought],
  };
};
