import type { Outcome, ThreadAction } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import type { Ask } from '../mediate.ts';
import { gateOf, left, refusedLeft } from './core.ts';
import { readMessage } from '../messages.ts';
import type { Core, Left } from './core.ts';
import { withThreads } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import { bytesOf, withGivenHandles } from '../carried.ts';
import { present } from './present.ts';
import { processAt } from './processes.ts';
import type { Pending } from './threads/thread.ts';
import { relinquish, servedBy } from './threads/calls.ts';
import { threadOf } from './threads/threads.ts';
import { transfer, transferFault } from './transfer.ts';

type Reply = Extract<ThreadAction, { readonly kind: 'reply' }>;

const asked = <Context extends object>(
  core: Core<Context>,
  objects: Objects,
  pending: Pending,
  { as, message }: Reply,
): Ask<RecordValue> => {
  const { server, from, endpoint, method } = pending;
  const className = processAt(objects.processes, server).className;
  return {
    kind: as,
    by: server,
    to: from,
    endpoint,
    method,
    message,
    show: (given) => present(objects.handles, server, given),
    read: (given, shown) => {
      const completed = readMessage(core.system.solution, className, as, pending, shown);
      return completed === undefined ? undefined : withGivenHandles(completed, given);
    },
  };
};

/** The client does not wait any more: the server serves no longer, and learns why. */
const replyToNobody = <Context extends object>(
  state: MicroState<Context>,
  { by }: Reply,
): Left<Context> => {
  const { outcome } = refusedLeft(state, 'abandoned');
  const threads = relinquish(state.objects.threads, by);
  return left(withThreads(state.objects, threads), state.context, outcome, []);
};

/**
 * Answers the request that the thread serves, with a response or an error.
 * A denied answer ends the reply and the call alike; its outputs are withheld (C-62).
 *
 * Refuses: `notServing`; `abandoned`, where the client has died or waits no more: the request is over;
 *          `messageTooLarge`; what `transferFault` refuses, for handles within the message.
 * Source:  KasperskyOS Community Edition help, "Reply()"; TLA+ `Reply…` in tla/ipc/Rendezvous.tla.
 */
export const reply = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Reply,
): Left<Context> => {
  const { objects } = state;
  const { serving, isAbandoned } = threadOf(objects.threads, action.by);
  if (serving === undefined) return refusedLeft(state, 'notServing');
  if (isAbandoned) return replyToNobody(state, action);
  if (bytesOf(action.message) > core.plan.limits.messageBytes)
    return refusedLeft(state, 'messageTooLarge');
  const pending = servedBy(objects.threads, action.by);
  const route = { from: pending.server, to: pending.from, channel: pending.channel };
  const fault = transferFault(core.plan, objects, route, action.message);
  if (fault !== undefined) return refusedLeft(state, fault);
  const ask = asked(core, objects, pending, action);
  return mediate(gateOf(core, objects), state.context, ask, {
    granted: (permit, context, judged) => {
      const sent = transfer(core.plan, objects, route, permit, permit.request, 'arrived');
      const threads = core.parts.finish(sent.objects.threads, action.by, permit);
      const answered: Outcome = {
        kind: 'done',
        result: { kind: 'answered', as: action.as, message: sent.message },
      };
      return left(
        withThreads(sent.objects, threads),
        context,
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
      return left(
        withThreads(objects, threads),
        state.context,
        ended('reply'),
        [judged],
        [{ of: pending.client, outcome: ended('call') }],
      );
    },
  });
};
