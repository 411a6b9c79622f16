import { Defect, at } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { Branded, ProcessId, ThreadId } from '../../model/ids.ts';
import type { RecordValue } from '../../model/value.ts';
import { writeValue } from '../../model/write-value.ts';
import type { Writer } from '../../model/writer.ts';
import type { Permit } from '../mediate.ts';
import { processOf } from '../mediate.ts';

/**
 * A request that was granted and has not ended.
 * A standing right: holding one proves the grant. It licenses the delivery of the request, and the
 * end of the client's own wait.
 *
 * Source: TLA+ `wait` and `queue` in tla/ipc/Ipc.tla.
 */
export type Pending = Branded<
  {
    readonly client: ThreadId;
    readonly from: ProcessId;
    readonly server: ProcessId;
    readonly endpoint: string;
    readonly method: string;
    readonly message: RecordValue;
  },
  'Pending'
>;

/** What a thread waits for: `calling` until a server takes the request, `awaiting` its answer. */
export type Wait =
  | { readonly kind: 'ready' }
  | { readonly kind: 'calling'; readonly pending: Pending }
  | { readonly kind: 'awaiting'; readonly pending: Pending }
  | { readonly kind: 'receiving' };

/** What a thread waits for and whom it serves stand apart: a server may call (C-64). */
export interface Thread {
  readonly process: ProcessId;
  readonly wait: Wait;
  readonly serving: Pending | undefined;
}

/**
 * All threads, and the queue of each process: the clients whose requests it has not yet taken, in
 * the order of their calls (C-61).
 * Only the functions of this file make one; those that touch another thread take a licence and
 * read from it whom.
 */
export type Threads = Branded<
  {
    readonly list: readonly Thread[];
    readonly queues: readonly (readonly ThreadId[])[];
  },
  'Threads'
>;

/** What carries the right to end a wait: the permit of a reply, or the pending request itself. */
export type FinishLicence = Permit<RecordValue> | Pending;

const ready: Wait = { kind: 'ready' };
const receiving: Wait = { kind: 'receiving' };

const threadsOf = (list: readonly Thread[], queues: readonly (readonly ThreadId[])[]): Threads =>
  ({ list, queues }) as Threads;

const pendingOf = (fields: Omit<Pending, keyof Branded<object, 'Pending'>>): Pending =>
  fields as Pending;

const withThread = (list: readonly Thread[], id: ThreadId, thread: Thread): readonly Thread[] =>
  list.map((old, index) => (index === id ? thread : old));

const withQueue = (
  threads: Threads,
  process: ProcessId,
  queue: readonly ThreadId[],
): readonly (readonly ThreadId[])[] =>
  threads.queues.map((old, index) => (index === process ? queue : old));

const waiting = ({ process, serving }: Thread, wait: Wait): Thread => ({ process, wait, serving });

/** One thread a process, all of them ready. */
export const bootThreads = (processes: readonly ProcessId[]): Threads =>
  threadsOf(
    processes.map((process) => ({ process, wait: ready, serving: undefined })),
    processes.map(() => []),
  );

export const threadOf = (threads: Threads, id: ThreadId): Thread => at(threads.list, id);

/** The thread itself begins to wait for a request. */
export const listen = (threads: Threads, self: ThreadId): Threads =>
  threadsOf(
    withThread(threads.list, self, waiting(threadOf(threads, self), receiving)),
    threads.queues,
  );

/** Licence: the permit of a request. Its caller begins to wait in the server's queue. */
export const enqueue = (
  threads: Threads,
  client: ThreadId,
  permit: Permit<RecordValue>,
): Threads => {
  if (permit.kind !== 'request') throw new Defect('a request was made under another permit');
  const caller = threadOf(threads, client);
  if (caller.process !== permit.by) throw new Defect('a thread used the permit of another process');
  const server = processOf(permit.to);
  const pending = pendingOf({
    client,
    from: caller.process,
    server,
    endpoint: permit.endpoint ?? '',
    method: permit.method,
    message: permit.request,
  });
  return threadsOf(
    withThread(threads.list, client, waiting(caller, { kind: 'calling', pending })),
    withQueue(threads, server, [...at(threads.queues, server), client]),
  );
};

/** The oldest request that waits in a process's queue. */
export const findOldest = (threads: Threads, server: ProcessId): Pending | undefined => {
  const client = at(threads.queues, server)[0];
  if (client === undefined) return undefined;
  const { wait } = threadOf(threads, client);
  if (wait.kind !== 'calling') throw new Defect('a queued thread does not call');
  return wait.pending;
};

/** A thread of the process that waits for a request. */
export const findReceiver = (threads: Threads, process: ProcessId): ThreadId | undefined => {
  const index = threads.list.findIndex(
    (thread) => thread.process === process && thread.wait.kind === 'receiving',
  );
  return index < 0 ? undefined : threadId(index);
};

/** Licence: the pending request. The server's thread takes it, and the client waits for its answer. */
export const deliver = (threads: Threads, pending: Pending, server: ThreadId): Threads => {
  const taker = threadOf(threads, server);
  if (taker.process !== pending.server) throw new Defect('a request was taken by another process');
  const taken = withThread(threads.list, server, {
    process: taker.process,
    wait: ready,
    serving: pending,
  });
  const client = at(taken, pending.client);
  return threadsOf(
    withThread(taken, pending.client, waiting(client, { kind: 'awaiting', pending })),
    withQueue(
      threads,
      pending.server,
      at(threads.queues, pending.server).filter((queued) => queued !== pending.client),
    ),
  );
};

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
  const { process, wait } = threadOf(threads, server);
  if (process !== pending.server) throw new Defect('a request was ended by another process');
  const freed = withThread(threads.list, server, { process, wait, serving: undefined });
  const client = at(freed, pending.client);
  return threadsOf(withThread(freed, pending.client, waiting(client, ready)), threads.queues);
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

const encodePending = (pending: Pending, writer: Writer): void => {
  writer.word(pending.client);
  writer.word(pending.server);
  writer.text(pending.endpoint);
  writer.text(pending.method);
  writeValue(pending.message, writer);
};

const waitNumber = { ready: 0, calling: 1, awaiting: 2, receiving: 3 } as const;

/** Canonical bytes of one thread. */
export const encodeThread = ({ process, wait, serving }: Thread, writer: Writer): void => {
  writer.word(process);
  writer.word(waitNumber[wait.kind]);
  if ('pending' in wait) encodePending(wait.pending, writer);
  writer.word(serving === undefined ? 0 : 1);
  if (serving !== undefined) encodePending(serving, writer);
};

/** Canonical bytes of all queues. */
export const encodeQueues = (queues: Threads['queues'], writer: Writer): void => {
  for (const queue of queues) {
    writer.word(queue.length);
    for (const client of queue) writer.word(client);
  }
};
