import { threadRights } from '../../../rights.ts';
import { giveHandle } from '../../make.ts';
import { withThreads } from '../../objects.ts';
import { begun } from '../../threads/life.ts';
import { findThread } from '../../threads/threads.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { scheduleOf } from './schedule.ts';

/**
 * Makes a thread of the caller's process, which begins at an entry.
 *
 * Refuses: `invalidArgument`, for a policy or a priority that there is not; `threadsFull` (AVL-1); `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating a thread".
 */
export const create: KernelService<'thread.Thread.Create'> = (objects, permit, plan, caller) => {
  const { entry, priority, policy } = permit.request;
  const schedule = scheduleOf(policy, priority);
  if (schedule === undefined) return refused('invalidArgument');
  const place = plan.numbering
    .threadsOf(caller.process)
    .find((one) => findThread(objects.threads, one) === undefined);
  if (place === undefined) return refused('threadsFull');
  const made = withThreads(objects, begun(objects.threads, permit, place, entry, schedule));
  const sid = plan.numbering.thread(place);
  const given = giveHandle(plan, made, permit, caller, { sid, rights: threadRights });
  if (typeof given === 'string') return refused(given);
  return done(given.objects, { thread: given.handle }, given.handle);
};
