import { findRaised, taken } from '../../notify.ts';
import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import { ticksOf } from '../../waiting-limits.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { receiverOf, withSubscriptions } from './own-receiver.ts';

/**
 * Takes what has happened of the oldest entry of which something has, or waits for it.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `timedOut`; `woken`, where the receiver
 *          is dropped or destroyed meanwhile.
 * Blocks:  until an event of some entry, or the time is over.
 * Source:  KasperskyOS Community Edition help, "Notifications about resource states"; TLA+ `GetEvent…` in
 *          tla/notice/Notice.tla.
 */
export const getEvent: KernelService<'notice.Notice.GetEvent'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { notice, msecs } = permit.request;
  const receiver = receiverOf(plan, objects, caller, notice);
  if (typeof receiver === 'string') return refused(receiver);
  const raised = findRaised(receiver.resource);
  if (raised !== undefined) {
    const { subscriptions } = taken(receiver.resource, raised);
    const next = withSubscriptions(objects, receiver, subscriptions);
    return done(next, { eventId: raised.id, eventMask: raised.raised });
  }
  const remaining = ticksOf(msecs, plan.limits);
  if (remaining === 0) return refused('timedOut');
  const event = { kind: 'event', sid: receiver.sid } as const;
  const { threads } = objects;
  const blocked = block(threads, permit, caller.thread, 'notice.Notice.GetEvent', event, remaining);
  return { kind: 'blocked', next: withThreads(objects, blocked) };
};
