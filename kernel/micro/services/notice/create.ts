import { allRights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Makes a receiver of notifications.
 *
 * Refuses: `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Notifications about resource states"; TLA+ `Create…` in
 *          tla/notice/Notice.tla.
 */
export const create: KernelService<'notice.Notice.Create'> = (objects, permit, plan, caller) => {
  const resource = { kind: 'receiver', subscriptions: [] } as const;
  const made = makeResource(plan, objects, permit, caller, resource, allRights);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { notice: made.handle }, made.handle);
};
