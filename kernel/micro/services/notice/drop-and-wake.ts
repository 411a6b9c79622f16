import { withThreads } from '../../objects.ts';
import { unblock, waitingsOf } from '../../threads/service-waits.ts';
import { refusedAnswer } from '../answer.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { receiverOf, withSubscriptions } from './own-receiver.ts';

/**
 * Takes all entries from a receiver, and ends the waits for it.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`.
 * Source:  KasperskyOS Community Edition help, "KnNoticeDropAndWake"; TLA+ `Drop…` in tla/notice/Notice.tla.
 */
export const dropAndWake: KernelService<'notice.Notice.DropAndWake'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const receiver = receiverOf(plan, objects, caller, permit.request.notice);
  if (typeof receiver === 'string') return refused(receiver);
  let { threads } = objects;
  for (const waiting of waitingsOf(threads)) {
    const { waitsFor } = waiting;
    if (waitsFor.kind === 'event' && waitsFor.sid === receiver.sid)
      threads = unblock(threads, waiting, refusedAnswer('woken'));
  }
  return done(withThreads(withSubscriptions(objects, receiver, []), threads), {});
};
