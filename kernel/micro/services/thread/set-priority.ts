import { rights } from '../../../rights.ts';
import { withThreads } from '../../objects.ts';
import { scheduled } from '../../threads/life.ts';
import { threadOf } from '../../threads/threads.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { ownThread } from './own-thread.ts';
import { scheduleOf } from './schedule.ts';

/**
 * Sets the priority of a thread of the caller's process.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`;
 *          `invalidArgument`, for a priority that its policy has not.
 * Source:  KasperskyOS Community Edition help, "Managing thread priorities".
 */
export const setPriority: KernelService<'thread.Thread.SetPriority'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { thread: number, priority } = permit.request;
  const own = ownThread(plan, objects, caller, number, rights.schedule);
  if (typeof own === 'string') return refused(own);
  const schedule = scheduleOf(threadOf(objects.threads, own.thread).policy, priority);
  if (schedule === undefined) return refused('invalidArgument');
  return done(withThreads(objects, scheduled(objects.threads, permit, own.thread, schedule)), {});
};
