import type { Sid } from '../../../../model/ids.ts';
import { withThreads } from '../../objects.ts';
import type { Objects } from '../../objects.ts';
import type { Waiting } from '../../threads/thread.ts';
import { unblock, waitingsOf } from '../../threads/service-waits.ts';
import type { Answer } from '../answer.ts';

/** Threads that wait for a word, in the order of the threads. */
export const waitersOf = ({ threads }: Objects, word: Sid): readonly Waiting[] =>
  waitingsOf(threads).filter(({ waitsFor }) => waitsFor.kind === 'word' && waitsFor.sid === word);

/** Ends some waits for a word, all with one answer. */
export const wakeWaiters = (
  objects: Objects,
  waiters: readonly Waiting[],
  answer: Answer,
): Objects =>
  withThreads(
    objects,
    waiters.reduce((threads, waiting) => unblock(threads, waiting, answer), objects.threads),
  );
