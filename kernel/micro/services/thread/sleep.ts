import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Waits for a time.
 *
 * Blocks: until the time is over.
 * Source: KasperskyOS Community Edition help, "KnSleep".
 */
export const sleep: KernelService<'thread.Thread.Sleep'> = (objects, permit, plan, caller) => {
  const remaining = ticksOf(permit.request.msecs, plan.limits);
  if (remaining === 0) return done(objects, {});
  const time = { kind: 'time' } as const;
  const { threads } = objects;
  const blocked = block(threads, permit, caller.thread, 'thread.Thread.Sleep', time, remaining);
  return { kind: 'blocked', next: withThreads(objects, blocked) };
};
