import type { ProcessId, Sid, ThreadId } from '../../../model/ids.ts';
import type { EndedWait, Pending, Thread, Wait } from './thread.ts';
import type { Threads } from './threads.ts';

/**
 * How a table of threads is made. For the files of this folder alone; `npm run imports` checks it.
 *
 * Hot: threads and waits are made by literals and not by spreads, so that all threads, and all waits of a kind,
 * have one shape.
 */

export const ready: Wait = { kind: 'ready' };

export const threadsOf = (
  list: Threads['list'],
  queues: Threads['queues'],
  ended: Threads['ended'],
): Threads => ({ list, queues, ended }) as Threads;

const replaced = <Item>(
  items: readonly Item[],
  index: number,
  item: NoInfer<Item>,
): readonly Item[] => {
  const copy = items.slice();
  copy[index] = item;
  return copy;
};

export const withThread = (threads: Threads, id: ThreadId, thread: Thread | undefined): Threads =>
  threadsOf(replaced(threads.list, id, thread), threads.queues, threads.ended);

export const withQueue = (
  threads: Threads,
  process: ProcessId,
  queue: readonly ThreadId[],
): Threads => threadsOf(threads.list, replaced(threads.queues, process, queue), threads.ended);

export const told = (threads: Threads, ended: EndedWait): Threads =>
  threadsOf(threads.list, threads.queues, [...threads.ended, ended]);

export const waits = (thread: Thread, wait: Wait): Thread => ({
  process: thread.process,
  wait,
  serving: thread.serving,
  isAbandoned: thread.isAbandoned,
  entry: thread.entry,
  priority: thread.priority,
  policy: thread.policy,
});

export const serves = (thread: Thread, wait: Wait, serving: Pending | undefined): Thread => ({
  process: thread.process,
  wait,
  serving,
  isAbandoned: false,
  entry: thread.entry,
  priority: thread.priority,
  policy: thread.policy,
});

/** The client of what the thread serves waits no more. */
export const abandons = (thread: Thread): Thread => ({
  process: thread.process,
  wait: thread.wait,
  serving: thread.serving,
  isAbandoned: true,
  entry: thread.entry,
  priority: thread.priority,
  policy: thread.policy,
});

/** A wait that may end early. */
type Endable = Extract<Wait, { readonly kind: 'calling' | 'awaiting' | 'receiving' }>;

/** The same wait, which may end otherwise. */
export const endsBy = (
  wait: Endable,
  remaining: number | undefined,
  interrupt: Sid | undefined,
): Wait => {
  const ending = { remaining, interrupt };
  switch (wait.kind) {
    case 'calling':
      return { kind: 'calling', pending: wait.pending, ending };
    case 'awaiting':
      return { kind: 'awaiting', pending: wait.pending, ending };
    case 'receiving':
      return { kind: 'receiving', over: wait.over, ending };
  }
};
