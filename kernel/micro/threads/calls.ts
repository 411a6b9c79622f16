import { Defect, at } from '../../../model/defect.ts';
import { threadId } from '../../../model/ids.ts';
import type { Branded, HandleId, ProcessId, Sid, ThreadId } from '../../../model/ids.ts';
import type { Outcome } from '../../../model/step.ts';
import type { RecordValue } from '../../../model/value.ts';
import { processOf } from '../../mediate.ts';
import type { Permit } from '../../mediate.ts';
import { abandons, endsBy, ready, serves, told, waits, withQueue, withThread } from './edit.ts';
import type { Ending, Pending, Wait } from './thread.ts';
import { threadOf } from './threads.ts';
import type { Threads } from './threads.ts';

/** What carries the right to end a call: the permit of an answer, or the pending request itself. */
export type FinishLicence = Permit<RecordValue> | Pending;

const pendingOf = (fields: Omit<Pending, keyof Branded<object, 'Pending'>>): Pending =>
  fields as Pending;

/** The thread itself begins to wait for a request. */
export const listen = (
  threads: Threads,
  self: ThreadId,
  over: Sid | undefined,
  ending: Ending,
): Threads =>
  withThread(threads, self, waits(threadOf(threads, self), { kind: 'receiving', over, ending }));

/** What a request is, besides what its permit says. */
export interface Sent {
  readonly channel: Sid;
  readonly listener: Sid;
  readonly message: RecordValue;
  readonly brought: readonly HandleId[];
  readonly context: bigint | undefined;
  readonly ending: Ending;
}

/** Licence: the permit of a request. Its caller begins to wait in the server's queue. */
export const enqueue = (
  threads: Threads,
  client: ThreadId,
  permit: Permit<RecordValue>,
  sent: Sent,
): Threads => {
  if (permit.kind !== 'request') throw new Defect('a request was made under another permit');
  const caller = threadOf(threads, client);
  if (caller.process !== permit.by) throw new Defect('a thread used the permit of another process');
  const server = processOf(permit.to);
  const { channel, listener, message, brought, context, ending } = sent;
  const pending = pendingOf({
    client,
    from: caller.process,
    server,
    channel,
    listener,
    endpoint: permit.endpoint ?? '',
    method: permit.method,
    message,
    brought,
    context,
  });
  const calling = withThread(threads, client, waits(caller, { kind: 'calling', pending, ending }));
  return withQueue(calling, server, [...at(threads.queues, server), client]);
};

/** Licence: the pending request, which nobody has taken: what it tells its receiver. */
export const retold = (threads: Threads, pending: Pending, message: RecordValue): Threads => {
  const client = threadOf(threads, pending.client);
  if (client.wait.kind !== 'calling' || client.wait.pending !== pending)
    throw new Defect('a request that does not wait was told otherwise');
  const { ending } = client.wait;
  const so = pendingOf({ ...pending, message });
  return withThread(
    threads,
    pending.client,
    waits(client, { kind: 'calling', pending: so, ending }),
  );
};

/** A request that waits in a queue. */
const queuedOf = (threads: Threads, client: ThreadId): Pending => {
  const { wait } = threadOf(threads, client);
  if (wait.kind !== 'calling') throw new Defect('a queued thread does not call');
  return wait.pending;
};

/** The oldest request in a process's queue that a reception takes. */
export const findOldest = (
  threads: Threads,
  server: ProcessId,
  takes: (pending: Pending) => boolean = () => true,
): Pending | undefined => {
  for (const client of at(threads.queues, server)) {
    const pending = queuedOf(threads, client);
    if (takes(pending)) return pending;
  }
  return undefined;
};

/** The thread of the process that waits for such a request: of the highest priority, then the least number. */
export const findReceiver = (
  threads: Threads,
  process: ProcessId,
  takes: (over: Sid | undefined) => boolean = () => true,
): ThreadId | undefined => {
  let best: { readonly id: ThreadId; readonly priority: number } | undefined;
  for (let index = 0; index < threads.list.length; index++) {
    const thread = threads.list[index];
    if (thread?.process !== process || thread.wait.kind !== 'receiving') continue;
    if (!takes(thread.wait.over)) continue;
    if (best === undefined || thread.priority > best.priority)
      best = { id: threadId(index), priority: thread.priority };
  }
  return best?.id;
};

/** Licence: the pending request. The server's thread takes it, and the client waits for its answer. */
export const deliver = (threads: Threads, pending: Pending, server: ThreadId): Threads => {
  const taker = threadOf(threads, server);
  if (taker.process !== pending.server) throw new Defect('a request was taken by another process');
  const taken = withThread(threads, server, serves(taker, ready, pending));
  const client = threadOf(taken, pending.client);
  if (client.wait.kind !== 'calling') throw new Defect('a request was taken twice');
  const { ending } = client.wait;
  return withoutQueued(
    withThread(taken, pending.client, waits(client, { kind: 'awaiting', pending, ending })),
    pending,
  );
};

const withoutQueued = (threads: Threads, { server, client }: Pending): Threads =>
  withQueue(
    threads,
    server,
    at(threads.queues, server).filter((queued) => queued !== client),
  );

/** The request that a licence ends: its own, or the one that its permit answers. */
const endedBy = (threads: Threads, server: ThreadId, licence: FinishLicence): Pending => {
  if ('client' in licence) return licence;
  const { kind, by, to } = licence;
  if (kind !== 'response' && kind !== 'error')
    throw new Defect('a request was answered under another permit');
  const pending = servedBy(threads, server);
  if (by !== pending.server || to !== pending.from)
    throw new Defect('a thread used the permit of another process');
  return pending;
};

/** Licence: read for whose wait ends. The server's thread serves no more. */
export const finish = (threads: Threads, server: ThreadId, licence: FinishLicence): Threads => {
  const pending = endedBy(threads, server, licence);
  const thread = threadOf(threads, server);
  if (thread.process !== pending.server) throw new Defect('a request was ended by another process');
  const freed = withThread(threads, server, serves(thread, thread.wait, undefined));
  return withThread(freed, pending.client, waits(threadOf(freed, pending.client), ready));
};

/** The thread itself gives up the request that it serves: nobody waits for the answer any more. */
export const relinquish = (threads: Threads, server: ThreadId): Threads => {
  const thread = threadOf(threads, server);
  return withThread(threads, server, serves(thread, thread.wait, undefined));
};

/**
 * The request that a thread serves.
 *
 * Throws: `Defect`, if it serves none.
 */
export const servedBy = (threads: Threads, id: ThreadId): Pending => {
  const { serving } = threadOf(threads, id);
  if (serving === undefined) throw new Defect('the thread serves no request');
  return serving;
};

/** Nobody waits for the answer of a request that a server has taken. */
const abandoned = (threads: Threads, { client, server }: Pending): Threads => {
  const index = threads.list.findIndex(
    (thread) =>
      thread?.process === server && thread.serving?.client === client && !thread.isAbandoned,
  );
  const thread = threads.list[index];
  return thread === undefined ? threads : withThread(threads, threadId(index), abandons(thread));
};

/** What a call leaves when it ends before its answer: the queue, or the server that serves it. */
export const withdrawn = (threads: Threads, wait: Wait): Threads => {
  if (wait.kind === 'calling') return withoutQueued(threads, wait.pending);
  return wait.kind === 'awaiting' ? abandoned(threads, wait.pending) : threads;
};

/**
 * Licence: the pending request, a standing right to the end of its client's own wait: by the death of
 * the server, a timeout, or an interrupt.
 */
export const abortCall = (threads: Threads, pending: Pending, outcome: Outcome): Threads => {
  const { client } = pending;
  const apart = withdrawn(threads, threadOf(threads, client).wait);
  const freed = withThread(apart, client, waits(threadOf(apart, client), ready));
  return told(freed, { kind: 'told', thread: client, outcome });
};

/** What would interrupt waits is no more: they go on without. */
export const withoutInterrupt = (threads: Threads, interrupt: Sid): Threads => {
  let now = threads;
  for (const [index, thread] of threads.list.entries()) {
    if (thread === undefined) continue;
    const { wait } = thread;
    if (wait.kind !== 'calling' && wait.kind !== 'awaiting' && wait.kind !== 'receiving') continue;
    if (wait.ending.interrupt !== interrupt) continue;
    const without = endsBy(wait, wait.ending.remaining, undefined);
    now = withThread(now, threadId(index), waits(thread, without));
  }
  return now;
};

/** A wait for a request ends without one. The right is the thread's own: it named what may end it. */
export const abortRecv = (threads: Threads, self: ThreadId, outcome: Outcome): Threads => {
  const thread = threadOf(threads, self);
  if (thread.wait.kind !== 'receiving') throw new Defect('the thread waits for no request');
  return told(withThread(threads, self, waits(thread, ready)), {
    kind: 'told',
    thread: self,
    outcome,
  });
};
