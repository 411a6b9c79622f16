import { threadEnds } from '../../end-process.ts';
import { rights } from '../../../rights.ts';
import { controlOver } from '../../licence.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findLock } from './locked.ts';
import { ownThread } from './own-thread.ts';

/**
 * Ends a thread that has locked itself.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a thread of another process; `rightsMissing`;
 *          `wrongState`, for one that is not locked.
 * Source:  KasperskyOS Community Edition help, "Terminating a thread".
 */
export const terminate: KernelService<'thread.Thread.Terminate'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { thread, status } = permit.request;
  const own = ownThread(plan, objects, caller, thread, rights.terminate);
  if (typeof own === 'string') return refused(own);
  if (findLock(objects, own.thread) === undefined) return refused('wrongState');
  const over = controlOver(caller.process);
  return done(threadEnds(plan, objects, over, own.thread, status), {});
};
