import type { ProcessId } from '../../model/ids.ts';
import type { Action, Outcome, Step } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import type { Ask } from '../mediate.ts';
import { readMessage, refusedStep, settle } from './core.ts';
import type { Core } from './core.ts';
import { withThreads } from './objects.ts';
import type { MicroState } from './objects.ts';
import { handlesWithin } from './present.ts';
import { servedBy, threadOf } from './threads.ts';
import type { Pending } from './threads.ts';

type Reply = Extract<Action, { readonly kind: 'reply' }>;

const asked = <Context extends object>(
  core: Core<Context>,
  by: ProcessId,
  pending: Pending,
  { as, message }: Reply,
): Ask<RecordValue> => ({
  kind: as,
  by,
  to: pending.from,
  endpoint: pending.endpoint,
  method: pending.method,
  message,
  show: (given) => given,
  read: (given) => readMessage(core.system.solution, by, as, pending, given),
});

/**
 * Answers the request that the thread serves, with a response or an error.
 * A denied answer ends the reply and the call alike; its outputs are withheld (C-62).
 *
 * Refuses: `notServing`; `badHandle` and `unimplemented`, for handles within the message.
 * Source:  KasperskyOS Community Edition help, "Reply()"; TLA+ `Reply…` in tla/ipc/Ipc.tla.
 */
export const reply = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Reply,
): Step<MicroState<Context>> => {
  const { objects } = state;
  const { process, serving } = threadOf(objects.threads, action.by);
  if (serving === undefined) return refusedStep(state, 'notServing');
  const within = handlesWithin(objects.handles, process, action.message);
  if (within !== 'none')
    return refusedStep(state, within === 'own' ? 'unimplemented' : 'badHandle');
  const pending = servedBy(objects.threads, action.by);
  return mediate(core.gate, state.context, asked(core, process, pending, action), {
    granted: (permit, context, judged) => {
      const threads = core.parts.finish(objects.threads, action.by, permit);
      const answered: Outcome = {
        kind: 'done',
        result: { kind: 'answered', as: action.as, message: permit.request },
      };
      return settle(
        core,
        { objects: withThreads(objects, threads), context },
        { kind: 'done', result: { kind: 'replied' } },
        [judged],
        [{ of: pending.client, outcome: answered }],
      );
    },
    denied: (verdict, judged) => {
      const threads = core.parts.finish(objects.threads, action.by, pending);
      const ended = (ends: 'call' | 'reply'): Outcome => ({
        kind: 'denied',
        ends,
        phase: action.as,
        verdict,
      });
      return settle(
        core,
        { objects: withThreads(objects, threads), context: state.context },
        ended('reply'),
        [judged],
        [{ of: pending.client, outcome: ended('call') }],
      );
    },
  });
};
