import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action, Completion, Step } from '../../model/step.ts';
import type { RecordValue } from '../../model/value.ts';
import { mediate } from '../mediate.ts';
import type { Ask, Permit } from '../mediate.ts';
import { callService } from './call-service.ts';
import { readMessage, refusedStep, settle } from './core.ts';
import type { Core } from './core.ts';
import { findHandle, hasRight, rights } from './handles.ts';
import { withThreads } from './objects.ts';
import type { MicroState } from './objects.ts';
import { handlesWithin } from './present.ts';
import { findReceiver, threadOf } from './threads.ts';
import type { Pending, Threads } from './threads.ts';

type Call = Extract<Action, { readonly kind: 'call' }>;

/** What the server's thread learns when it takes a request. */
export const received = (pending: Pending): Completion['outcome'] => ({
  kind: 'done',
  result: {
    kind: 'received',
    endpoint: pending.endpoint,
    method: pending.method,
    message: pending.message,
  },
});

const asked = <Context extends object>(
  core: Core<Context>,
  by: ProcessId,
  to: ProcessId,
  { endpoint, method, message }: Call,
): Ask<RecordValue> => ({
  kind: 'request',
  by,
  to,
  endpoint,
  method,
  message,
  show: (given) => given,
  read: (given) => readMessage(core.system.solution, to, 'request', { endpoint, method }, given),
});

/** The request stands in the server's queue, and is taken at once if the server waits for it. */
const queued = <Context extends object>(
  { parts }: Core<Context>,
  threads: Threads,
  action: Call,
  server: ProcessId,
  permit: Permit<RecordValue>,
): { readonly threads: Threads; readonly completions: readonly Completion[] } => {
  const waiting = parts.enqueue(threads, action.by, permit);
  const receiver = findReceiver(waiting, server);
  const { wait } = threadOf(waiting, action.by);
  if (receiver === undefined || wait.kind !== 'calling')
    return { threads: waiting, completions: [] };
  return {
    threads: parts.deliver(waiting, wait.pending, receiver),
    completions: [{ of: receiver, outcome: received(wait.pending) }],
  };
};

const callProcess = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
  by: ProcessId,
  server: ProcessId,
): Step<MicroState<Context>> =>
  mediate(core.gate, state.context, asked(core, by, server, action), {
    granted: (permit, context, judged) => {
      const { threads, completions } = queued(core, state.objects.threads, action, server, permit);
      const objects = withThreads(state.objects, threads);
      return settle(core, { objects, context }, { kind: 'blocked' }, [judged], completions);
    },
    denied: (verdict, judged) =>
      settle(core, state, { kind: 'denied', ends: 'call', phase: 'request', verdict }, [judged]),
  });

/** The object of a handle with the call right, or why there is none. */
const objectOf = <Context extends object>(
  { objects }: MicroState<Context>,
  by: ProcessId,
  handle: HandleId,
) => {
  const held = findHandle(objects.handles, by, handle);
  if (held === undefined) return 'badHandle';
  return hasRight(held, rights.call) ? held.object : 'rightsMissing';
};

/**
 * Sends a request over a channel and waits for the answer; the handle of the kernel reaches its
 * services.
 *
 * Refuses: `badHandle`, also for a handle within the message (C-67); `rightsMissing`, without the
 *          call right (CAP-1); `unimplemented`, for a handle within a message to another process.
 * Source:  KasperskyOS Community Edition help, "Call()"; TLA+ `Call…` in tla/ipc/Ipc.tla.
 */
export const call = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Call,
): Step<MicroState<Context>> => {
  const by = threadOf(state.objects.threads, action.by).process;
  const object = objectOf(state, by, action.handle);
  if (typeof object === 'string') return refusedStep(state, object);
  const within = handlesWithin(state.objects.handles, by, action.message);
  if (within === 'foreign') return refusedStep(state, 'badHandle');
  if (object.kind === 'kernel') return callService(core, state, action, by);
  if (within === 'own') return refusedStep(state, 'unimplemented');
  return callProcess(core, state, action, by, object.server);
};
