import { retcodeOf } from '../retcode.ts';
import { left } from './core.ts';
import type { Left } from './core.ts';
import { abort } from './let-go.ts';
import { withThreads } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import { doneAnswer, refusedAnswer } from './services/answer.ts';
import type { Waiting } from './threads/thread.ts';
import { abortRecv } from './threads/calls.ts';
import { ticked, unblock } from './threads/service-waits.ts';
import { threadOf } from './threads/threads.ts';
import { threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';

const answerOf = ({ waitsFor }: Waiting) =>
  waitsFor.kind === 'time' ? doneAnswer('thread.Thread.Sleep', {}) : refusedAnswer('timedOut');

/** Ends the wait of a thread whose time is over. */
const expire = (plan: Plan, objects: Objects, id: ThreadId): Objects => {
  const { wait } = threadOf(objects.threads, id);
  switch (wait.kind) {
    case 'calling':
    case 'awaiting':
      return wait.ending.remaining === 0 ? abort(objects, plan, wait.pending, 'timedOut') : objects;
    case 'receiving':
      return wait.ending.remaining === 0
        ? withThreads(
            objects,
            abortRecv(objects.threads, id, {
              kind: 'refused',
              because: 'timedOut',
              retcode: retcodeOf.timedOut,
            }),
          )
        : objects;
    case 'waiting':
      return wait.waiting.remaining === 0
        ? withThreads(objects, unblock(objects.threads, wait.waiting, answerOf(wait.waiting)))
        : objects;
    case 'ready':
    case 'ended':
      return objects;
  }
};

/** Does some wait end with time? */
export const isTimed = ({ threads }: Objects): boolean =>
  threads.list.some((thread) => {
    switch (thread?.wait.kind) {
      case 'calling':
      case 'awaiting':
      case 'receiving':
        return thread.wait.ending.remaining !== undefined;
      case 'waiting':
        return thread.wait.waiting.remaining !== undefined;
      case 'ready':
      case 'ended':
      case undefined:
        return false;
    }
  });

/**
 * A tick passes. The state holds how much time waits have left, and never a time of day: whose is over
 * ends, in the order of the threads.
 *
 * Source: TLA+ `Tick` in tla/ipc/Ipc.tla and tla/notice/Notice.tla.
 */
export const tick = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
): Left<Context> => {
  let now = withThreads(objects, ticked(objects.threads));
  for (let index = 0; index < now.threads.list.length; index++) {
    if (now.threads.list[index] !== undefined) now = expire(plan, now, threadId(index));
  }
  return left(now, context, { kind: 'done', result: { kind: 'ticked' } }, []);
};
