import { rights } from '../../../rights.ts';
import { withThreads } from '../../objects.ts';
import { unblock } from '../../threads/service-waits.ts';
import { doneAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findLock } from './locked.ts';
import { ownThread } from './own-thread.ts';

/**
 * Lets a thread go on that has locked itself.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`;
 *          `wrongState`, for one that is not locked.
 * Source:  KasperskyOS Community Edition help, "Locking and unlocking threads".
 */
export const resume: KernelService<'thread.Thread.Resume'> = (objects, permit, plan, caller) => {
  const own = ownThread(plan, objects, caller, permit.request.thread, rights.schedule);
  if (typeof own === 'string') return refused(own);
  const lock = findLock(objects, own.thread);
  if (lock === undefined) return refused('wrongState');
  const threads = unblock(objects.threads, lock, doneAnswer('thread.Thread.Suspend', {}));
  return done(withThreads(objects, threads), {});
};
