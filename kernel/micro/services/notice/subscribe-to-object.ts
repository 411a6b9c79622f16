import { lookUp } from '../../handles/handles.ts';
import { rights } from '../../../rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { receiverOf, withSubscriptions } from './own-receiver.ts';

/**
 * Adds a resource to a receiver: the events that count, and a number of the caller's that comes with
 * them. A subscription is the standing right to be told; it takes the right to the resource's events.
 *
 * Refuses: `badHandle`, `handleRevoked`, `rightsMissing`, for either handle (CAP-1); `wrongType`, for what is
 *          no receiver; `invalidArgument`, for no event; `subscriptionsFull` (AVL-1).
 * Source:  KasperskyOS Community Edition help, "Notifications about resource states"; TLA+ `Subscribe…` in
 *          tla/notice/Notice.tla.
 */
export const subscribeToObject: KernelService<'notice.Notice.SubscribeToObject'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { notice, object, eventMask, eventId } = permit.request;
  const receiver = receiverOf(plan, objects, caller, notice);
  if (typeof receiver === 'string') return refused(receiver);
  const held = lookUp(objects.handles, caller.process, object, rights.getEvent);
  if (typeof held === 'string') return refused(held);
  if (eventMask === 0) return refused('invalidArgument');
  const { subscriptions } = receiver.resource;
  if (subscriptions.length >= plan.limits.subscriptions) return refused('subscriptionsFull');
  const fresh = { sid: held.sid, mask: eventMask, id: eventId, raised: 0 };
  return done(withSubscriptions(objects, receiver, [...subscriptions, fresh]), {});
};
