import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import type { KernelService } from '../service.ts';

/**
 * Locks the thread that calls, until another of its process resumes it.
 *
 * Blocks: until `thread.Thread.Resume` of it.
 * Source: KasperskyOS Community Edition help, "Locking and unlocking threads".
 */
export const suspend: KernelService<'thread.Thread.Suspend'> = (
  objects,
  permit,
  _plan,
  { thread },
) => {
  const wait = { kind: 'resumption' } as const;
  const threads = block(objects.threads, permit, thread, 'thread.Thread.Suspend', wait, undefined);
  return { kind: 'blocked', next: withThreads(objects, threads) };
};
