import { closed } from '../../handles/derivation.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { letGo } from '../../let-go.ts';
import { refusedAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { waitersOf, wakeWaiters } from './wake-waiters.ts';

/**
 * Ends the waits for a word, and closes the handle to it.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to wake.
 * Source:  KasperskyOS Community Edition help, "Synchronization".
 */
export const free: KernelService<'sync.Sync.Free'> = (objects, permit, plan, caller) => {
  const { sync } = permit.request;
  if (sync === undefined) return refused('badHandle');
  const held = lookUpKind(plan, objects, caller.process, sync, 'word', rights.wake);
  if (typeof held === 'string') return refused(held);
  const waiters = waitersOf(objects, held.found.sid);
  const woken = wakeWaiters(objects, waiters, refusedAnswer('woken'));
  return done(letGo(plan, woken, closed(woken.handles, permit, [sync])), {});
};
