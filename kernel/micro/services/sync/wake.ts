import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { withResources } from '../../objects.ts';
import { changed } from '../../resources.ts';
import { doneAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { waitersOf, wakeWaiters } from './wake-waiters.ts';

/**
 * Sets a word, and wakes so many of the threads that wait for it.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to wake (CAP-1).
 * Source:  KasperskyOS Community Edition help, "Synchronization".
 */
export const wake: KernelService<'sync.Sync.Wake'> = (objects, permit, plan, caller) => {
  const { sync, value, count } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, sync, 'word', rights.wake);
  if (typeof held === 'string') return refused(held);
  const { owner, place, sid } = held.found;
  const resources = changed(objects.resources, owner, place, { kind: 'word', value });
  const waiters = waitersOf(objects, sid).slice(0, count);
  const woken = wakeWaiters(
    withResources(objects, resources),
    waiters,
    doneAnswer('sync.Sync.Wait', {}),
  );
  return done(woken, { woken: waiters.length });
};
