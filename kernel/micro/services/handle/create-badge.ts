import { allRights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Makes a badge: the mark of a transfer or a copy. It names the subtree that begins there, and tells,
 * by its events, when that is gone. Its context is what its maker learns of a handle of its own that comes back.
 *
 * Refuses: `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Transferring handles", transfer context.
 */
export const createBadge: KernelService<'handle.Handle.CreateBadge'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { context } = permit.request;
  const resource = { kind: 'badge', context } as const;
  const made = makeResource(plan, objects, permit, caller, resource, allRights);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { badge: made.handle }, made.handle);
};
