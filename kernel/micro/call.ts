import type { ProcessId } from '../../model/ids.ts';
import type { CallAction, Completion } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import type { Ask, Permit } from '../mediate.ts';
import { callService } from './call-service.ts';
import { gateOf, left, refusedLeft } from './core.ts';
import { readMessage } from '../messages.ts';
import type { Core, Left } from './core.ts';
import { arrived } from './handles/tables.ts';
import { withHandles, withThreads } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import { bytesOf, withGivenHandles } from '../carried.ts';
import { handleFault, present } from './present.ts';
import { processAt } from './processes.ts';
import { takesFrom, targetOf } from './route.ts';
import type { Target } from './route.ts';
import type { Ending, Pending } from './threads/thread.ts';
import { findReceiver } from './threads/calls.ts';
import { threadOf } from './threads/threads.ts';
import { transfer, transferFault } from './transfer.ts';
import { endingOf } from './waiting-limits.ts';

type Remote = Extract<Target, { readonly kind: 'process' }>;

/** What the server's thread learns when it takes a request. */
export const received = ({
  endpoint,
  method,
  message,
  context,
}: Pending): Completion['outcome'] => ({
  kind: 'done',
  result:
    context === undefined
      ? { kind: 'received', endpoint, method, message }
      : { kind: 'received', endpoint, method, message, context },
});

/** The server's thread takes a request: the handles that come with it are its own. */
export const take = <Context extends object>(
  { parts }: Core<Context>,
  objects: Objects,
  pending: Pending,
  server: CallAction['by'],
): Objects =>
  withHandles(
    withThreads(objects, parts.deliver(objects.threads, pending, server)),
    arrived(objects.handles, pending, pending.brought),
  );

const asked = <Context extends object>(
  core: Core<Context>,
  objects: Objects,
  by: ProcessId,
  target: Remote,
  { method, message, ...call }: CallAction,
): Ask<RecordValue> => {
  const { server, bound } = target;
  const endpoint = bound === undefined || call.endpoint !== '' ? call.endpoint : bound.endpoint;
  const className = processAt(objects.processes, server).className;
  const isElsewhere = bound !== undefined && endpoint !== bound.endpoint;
  return {
    kind: 'request',
    by,
    to: server,
    // A callable handle reaches its own endpoint and no other: another name is one that it does not have.
    endpoint: isElsewhere ? undefined : endpoint,
    method,
    message,
    show: (given) => present(objects.handles, by, given),
    read: (given, shown) => {
      const at = { endpoint, method };
      const completed = readMessage(core.system.solution, className, 'request', at, shown);
      return completed === undefined ? undefined : withGivenHandles(completed, given);
    },
  };
};

/** The request stands in the server's queue, and is taken at once if the server waits for it. */
const send = <Context extends object>(
  core: Core<Context>,
  objects: Objects,
  action: CallAction,
  by: ProcessId,
  { server, channel, listener, bound }: Remote,
  ending: Ending,
  permit: Permit<RecordValue>,
): { readonly objects: Objects; readonly completions: readonly Completion[] } => {
  const route = { from: by, to: server, channel };
  const sent = transfer(core.plan, objects, route, permit, permit.request, 'in transit');
  const threads = core.parts.enqueue(sent.objects.threads, action.by, permit, {
    channel,
    listener,
    message: sent.message,
    brought: sent.brought,
    context: bound?.context,
    ending,
  });
  const waiting = withThreads(sent.objects, threads);
  const receiver = findReceiver(threads, server, (over) => takesFrom(over)({ channel, listener }));
  const { wait } = threadOf(threads, action.by);
  if (receiver === undefined || wait.kind !== 'calling')
    return { objects: waiting, completions: [] };
  return {
    objects: take(core, waiting, wait.pending, receiver),
    completions: [{ of: receiver, outcome: received(wait.pending) }],
  };
};

/** How many requests of one process wait for another. */
const countQueued = ({ threads }: Objects, from: ProcessId, server: ProcessId): number =>
  (threads.queues[server] ?? []).filter((client) => threadOf(threads, client).process === from)
    .length;

const callProcess = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: CallAction,
  by: ProcessId,
  target: Remote,
): Left<Context> => {
  const { objects } = state;
  const { server, channel } = target;
  const ending = endingOf(core.plan, objects, by, action);
  if (typeof ending === 'string') return refusedLeft(state, ending);
  const route = { from: by, to: server, channel };
  const fault = transferFault(core.plan, objects, route, action.message);
  if (fault !== undefined) return refusedLeft(state, fault);
  if (countQueued(objects, by, server) >= core.plan.limits.queue)
    return refusedLeft(state, 'queueFull');
  const ask = asked(core, objects, by, target, action);
  return mediate(gateOf(core, objects), state.context, ask, {
    granted: (permit, context, judged) => {
      const sent = send(core, objects, action, by, target, ending, permit);
      return left(sent.objects, context, { kind: 'blocked' }, [judged], sent.completions);
    },
    denied: (verdict, judged) =>
      left(objects, state.context, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [
        judged,
      ]),
  });
};

/**
 * Sends a request over a channel, or to a callable resource, and waits for the answer; the handle of
 * the kernel reaches its services, whose waits end as their own arguments say, and not by `timeout` or
 * `interrupt`.
 *
 * Refuses: what `targetOf` refuses; `messageTooLarge`; what `transferFault` refuses, for handles within
 *          the message (C-67); `queueFull`, where as many requests of the process wait for the server as
 *          its share allows (AVL-1); `interrupted`.
 * Source:  KasperskyOS Community Edition help, "Call()"; TLA+ `Call…` in tla/ipc/Rendezvous.tla.
 */
export const call = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: CallAction,
): Left<Context> => {
  const { objects } = state;
  const by = threadOf(objects.threads, action.by).process;
  const target = targetOf(core.plan, objects, by, action.handle);
  if (typeof target === 'string') return refusedLeft(state, target);
  if (bytesOf(action.message) > core.plan.limits.messageBytes)
    return refusedLeft(state, 'messageTooLarge');
  if (target.kind === 'process') return callProcess(core, state, action, by, target);
  const fault = handleFault(objects.handles, by, action.message);
  return fault === undefined ? callService(core, state, action, by) : refusedLeft(state, fault);
};
