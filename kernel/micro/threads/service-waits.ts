import { Defect } from '../../../model/defect.ts';
import type { Branded, ThreadId } from '../../../model/ids.ts';
import type { Permit } from '../../mediate.ts';
import type { ServiceName } from '../services/service-name.ts';
import { endsBy, ready, threadsOf, told, waits, withThread } from './edit.ts';
import type { EndedWait, Thread, WaitFor, Waiting } from './thread.ts';
import { threadOf } from './threads.ts';
import type { Threads } from './threads.ts';

const waitingOf = (fields: Omit<Waiting, keyof Branded<object, 'Waiting'>>): Waiting =>
  fields as Waiting;

/** Licence: the permit of the service, whose caller begins to wait. */
export const block = (
  threads: Threads,
  permit: Permit<unknown>,
  thread: ThreadId,
  service: ServiceName,
  waitsFor: WaitFor,
  remaining: number | undefined,
): Threads => {
  if (permit.kind !== 'request' || permit.to !== 'kernel')
    throw new Defect('a service was awaited under another permit');
  const caller = threadOf(threads, thread);
  if (caller.process !== permit.by) throw new Defect('a thread used the permit of another process');
  const waiting = waitingOf({ thread, process: caller.process, service, waitsFor, remaining });
  return withThread(threads, thread, waits(caller, { kind: 'waiting', waiting }));
};

/** Every wait for the kernel, in the order of the threads. */
export const waitingsOf = ({ list }: Threads): readonly Waiting[] => {
  const waitings: Waiting[] = [];
  for (const thread of list)
    if (thread?.wait.kind === 'waiting') waitings.push(thread.wait.waiting);
  return waitings;
};

/** Licence: the wait itself. Its service ends with an answer, which is still to be judged. */
export const unblock = (
  threads: Threads,
  waiting: Waiting,
  answer: Omit<Extract<EndedWait, { readonly kind: 'served' }>, 'kind' | 'waiting'>,
): Threads => {
  const thread = threadOf(threads, waiting.thread);
  if (thread.wait.kind !== 'waiting') throw new Defect('the thread waits for no service');
  return told(withThread(threads, waiting.thread, waits(thread, ready)), {
    kind: 'served',
    waiting,
    ...answer,
  });
};

/** Licence: the wait itself. The server has been told of a client that asks for a channel. */
export const listed = (threads: Threads, waiting: Waiting): Threads => {
  const { waitsFor } = waiting;
  if (waitsFor.kind !== 'acceptance') throw new Defect('the thread asks for no channel');
  const now = waitingOf({ ...waiting, waitsFor: { ...waitsFor, isListed: true } });
  const thread = threadOf(threads, waiting.thread);
  return withThread(threads, waiting.thread, waits(thread, { kind: 'waiting', waiting: now }));
};

/** One tick has passed: every wait that ends with time has one less to go. */
export const ticked = (threads: Threads): Threads => {
  const less = (remaining: number): number => Math.max(0, remaining - 1);
  const list = threads.list.map((thread): Thread | undefined => {
    if (thread === undefined) return undefined;
    const { wait } = thread;
    switch (wait.kind) {
      case 'calling':
      case 'awaiting':
      case 'receiving': {
        const { remaining, interrupt } = wait.ending;
        return remaining === undefined
          ? thread
          : waits(thread, endsBy(wait, less(remaining), interrupt));
      }
      case 'waiting':
        if (wait.waiting.remaining === undefined) return thread;
        return waits(thread, {
          kind: 'waiting',
          waiting: waitingOf({ ...wait.waiting, remaining: less(wait.waiting.remaining) }),
        });
      case 'ready':
      case 'ended':
        return thread;
    }
  });
  return list.every((thread, index) => thread === threads.list[index])
    ? threads
    : threadsOf(list, threads.queues, threads.ended);
};
