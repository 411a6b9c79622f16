import type { Decision, SecurityEvent, SecurityModule } from '../../model/security.ts';
import { bytesBy } from '../../model/writer.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { idle } from '../run-property.ts';
import type { Judgement } from '../run-property.ts';

/** One decision of a run: the context before it, and what came of it. */
export interface Decided<Context> {
  readonly event: SecurityEvent;
  readonly before: Context;
  readonly decision: Decision<Context>;
}

/**
 * Judges each decision of a run in turn: the first that breaks counts, else whether the premise
 * occurred at any.
 */
export const atEachEvent = <Context extends object>(
  module: SecurityModule<Context>,
  sequence: readonly Happening[],
  judge: (decided: Decided<Context>) => Judgement,
): Judgement => {
  let context = module.initial;
  let so: Judgement = idle;
  for (const happening of sequence) {
    if (happening.kind === 'gone') {
      context = module.release(context, happening.sid);
      continue;
    }
    const { event } = happening;
    const decision = module.decide(context, event);
    const judgement = judge({ event, before: context, decision });
    if (judgement.kind === 'broken') return judgement;
    if (judgement.kind === 'witnessed') so = judgement;
    context = decision.next ?? context;
  }
  return so;
};

/** The canonical bytes of a context. */
export const bytesOf = <Context extends object>(
  module: SecurityModule<Context>,
  context: Context,
): string =>
  bytesBy((writer) => {
    module.encode(context, writer);
  });

/** An event in a few words. */
export const nameOf = ({ kind, endpoint, interface: one, method }: SecurityEvent): string =>
  `${kind} ${endpoint ?? one ?? ''}.${method ?? ''}`;
