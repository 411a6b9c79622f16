import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { generalEvents, notify } from '../../notify.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Tells every receiver that has subscribed to a user object of an event. Who provides the object says, by the
 * rights that it lends, who else may; the general events are the kernel's own to raise.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, for what is not a user object; `rightsMissing`, without
 *          the right to set events (CAP-1); `invalidArgument`, for no event, or a general one.
 * Source:  KasperskyOS Community Edition help, "KnNoticeSetObjectEvent"; TLA+ `SetEvent…` in tla/notice/Notice.tla.
 */
export const setObjectEvent: KernelService<'notice.Notice.SetObjectEvent'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { object, eventMask } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, object, 'user', rights.setEvent);
  if (typeof held === 'string') return refused(held);
  if (eventMask === 0 || (eventMask & generalEvents) !== 0) return refused('invalidArgument');
  return done(notify(plan, objects, held.found.sid, eventMask), {});
};
