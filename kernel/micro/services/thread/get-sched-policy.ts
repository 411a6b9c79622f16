import { rights } from '../../../rights.ts';
import { threadOf } from '../../threads/threads.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { ownThread } from './own-thread.ts';

/**
 * How the scheduler treats a thread of the caller's process.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`.
 * Source:  KasperskyOS Community Edition help, "Managing thread priorities".
 */
export const getSchedPolicy: KernelService<'thread.Thread.GetSchedPolicy'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const own = ownThread(plan, objects, caller, permit.request.thread, rights.query);
  if (typeof own === 'string') return refused(own);
  const { policy, priority } = threadOf(objects.threads, own.thread);
  return done(objects, { policy, priority });
};
