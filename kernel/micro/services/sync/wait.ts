import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Waits for a word, if it has the value that the caller has seen: no wake between looking and waiting is
 * lost.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to wait (CAP-1);
 *          `valueDiffers`; `timedOut`; `woken`, where the word is freed meanwhile.
 * Blocks:  until a wake, or the time is over.
 * Source:  KasperskyOS Community Edition help, "Synchronization", rcFutexWouldBlock.
 */
export const wait: KernelService<'sync.Sync.Wait'> = (objects, permit, plan, caller) => {
  const { sync, expected, msecs } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, sync, 'word', rights.wait);
  if (typeof held === 'string') return refused(held);
  if (held.found.resource.value !== expected) return refused('valueDiffers');
  const remaining = ticksOf(msecs, plan.limits);
  if (remaining === 0) return refused('timedOut');
  const word = { kind: 'word', sid: held.found.sid } as const;
  const { threads } = objects;
  const blocked = block(threads, permit, caller.thread, 'sync.Sync.Wait', word, remaining);
  return { kind: 'blocked', next: withThreads(objects, blocked) };
};
