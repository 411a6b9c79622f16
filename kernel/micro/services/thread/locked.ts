import type { ThreadId } from '../../../../model/ids.ts';
import type { Objects } from '../../objects.ts';
import type { Waiting } from '../../threads/thread.ts';
import { threadOf } from '../../threads/threads.ts';

/** The lock of a thread that has suspended itself; absent for any other. */
export const findLock = ({ threads }: Objects, thread: ThreadId): Waiting | undefined => {
  const { wait } = threadOf(threads, thread);
  return wait.kind === 'waiting' && wait.waiting.waitsFor.kind === 'resumption'
    ? wait.waiting
    : undefined;
};
