import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { receiverOf, withSubscriptions } from './own-receiver.ts';

/**
 * Takes the entries of a number from a receiver, with what has happened of them.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `nameUnknown`, for a number that none has.
 * Source:  KasperskyOS Community Edition help, "Notifications about resource states"; TLA+ `Unsubscribe…` in
 *          tla/notice/Notice.tla.
 */
export const unsubscribeFromEvent: KernelService<'notice.Notice.UnsubscribeFromEvent'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { notice, eventId } = permit.request;
  const receiver = receiverOf(plan, objects, caller, notice);
  if (typeof receiver === 'string') return refused(receiver);
  const { subscriptions } = receiver.resource;
  const left = subscriptions.filter(({ id }) => id !== eventId);
  if (left.length === subscriptions.length) return refused('nameUnknown');
  return done(withSubscriptions(objects, receiver, left), {});
};
