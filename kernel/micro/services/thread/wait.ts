import { rights } from '../../../rights.ts';
import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import { threadOf } from '../../threads/threads.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { ownThread } from './own-thread.ts';

/**
 * Waits for the end of a thread of the caller's process, and learns its status.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`;
 *          `invalidArgument`, for the thread that calls; `timedOut`.
 * Blocks:  until the thread ends, or the time is over.
 * Source:  KasperskyOS Community Edition help, "Obtaining a thread exit code".
 */
export const wait: KernelService<'thread.Thread.Wait'> = (objects, permit, plan, caller) => {
  const { thread: number, msecs } = permit.request;
  const own = ownThread(plan, objects, caller, number, rights.query);
  if (typeof own === 'string') return refused(own);
  if (own.thread === caller.thread) return refused('invalidArgument');
  const { wait: state } = threadOf(objects.threads, own.thread);
  if (state.kind === 'ended') return done(objects, { status: state.status });
  const remaining = ticksOf(msecs, plan.limits);
  if (remaining === 0) return refused('timedOut');
  const end = { kind: 'end', thread: own.thread } as const;
  const { threads } = objects;
  const blocked = block(threads, permit, caller.thread, 'thread.Thread.Wait', end, remaining);
  return { kind: 'blocked', next: withThreads(objects, blocked) };
};
