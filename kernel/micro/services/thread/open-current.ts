import { threadRights } from '../../../rights.ts';
import { giveHandle } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * A handle to the thread that calls.
 *
 * Refuses: `tableFull`.
 * Source:  KasperskyOS Community Edition help, "KnThreadOpenCurrent".
 */
export const openCurrent: KernelService<'thread.Thread.OpenCurrent'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const sid = plan.numbering.thread(caller.thread);
  const given = giveHandle(plan, objects, permit, caller, { sid, rights: threadRights });
  if (typeof given === 'string') return refused(given);
  return done(given.objects, { thread: given.handle }, given.handle);
};
