import { Defect } from '../../../model/defect.ts';
import type { ThreadId } from '../../../model/ids.ts';
import { tableOf } from '../licence.ts';
import type { TableLicence } from '../licence.ts';
import { withdrawn } from './calls.ts';
import { ready, serves, threadsOf, withThread } from './edit.ts';
import type { Policy, Thread } from './thread.ts';
import { findThread, threadOf } from './threads.ts';
import type { Threads } from './threads.ts';

/** How the scheduler treats a thread. */
export interface Schedule {
  readonly priority: number;
  readonly policy: Policy;
}

/** Licence: that of the process which it begins in. */
export const begun = (
  threads: Threads,
  licence: TableLicence,
  place: ThreadId,
  entry: number,
  { priority, policy }: Schedule,
): Threads => {
  if (findThread(threads, place) !== undefined) throw new Defect('the place of a thread is taken');
  return withThread(threads, place, {
    process: tableOf(licence),
    wait: ready,
    serving: undefined,
    isAbandoned: false,
    entry,
    priority,
    policy,
  });
};

/** Licence: that of its process. How the scheduler treats it from now on. */
export const scheduled = (
  threads: Threads,
  licence: TableLicence,
  id: ThreadId,
  { priority, policy }: Schedule,
): Threads => {
  const thread = ownThread(threads, licence, id);
  return withThread(threads, id, { ...thread, priority, policy });
};

const ownThread = (threads: Threads, licence: TableLicence, id: ThreadId): Thread => {
  const thread = threadOf(threads, id);
  if (thread.process !== tableOf(licence)) throw new Defect('a thread of another process');
  return thread;
};

/**
 * The end of a thread: it waits for nothing, and serves nobody; what it has called is withdrawn.
 * Licence: that of its process.
 *
 * Shape: `kept` while somebody holds the thread, who may ask for its status.
 */
export const endThread = (
  threads: Threads,
  licence: TableLicence,
  id: ThreadId,
  status: number,
  left: 'kept' | 'removed',
): Threads => {
  const { wait } = ownThread(threads, licence, id);
  const apart = withdrawn(threads, wait);
  const last = threadOf(apart, id);
  const after = withThread(
    apart,
    id,
    left === 'kept' ? serves(last, { kind: 'ended', status }, undefined) : undefined,
  );
  return threadsOf(
    after.list,
    after.queues,
    after.ended.filter((one) => (one.kind === 'told' ? one.thread : one.waiting.thread) !== id),
  );
};

/** A thread that has ended and that nobody holds leaves its place. */
export const withoutThread = (threads: Threads, id: ThreadId): Threads =>
  withThread(threads, id, undefined);

/** What has ended in this step is told, and no more to be told. */
export const withoutEnded = (threads: Threads): Threads =>
  threads.ended.length === 0 ? threads : threadsOf(threads.list, threads.queues, []);

/** No threads yet. */
export const noThreads = (threads: number, processes: number): Threads =>
  threadsOf(
    Array.from({ length: threads }, () => undefined),
    Array.from({ length: processes }, () => []),
    [],
  );
