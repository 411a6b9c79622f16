import { lookUp, refOf } from '../../handles/handles.ts';
import { narrowed, rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { giveHandle } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Copies a handle within the caller's table, with no more rights than it has. A badge marks the copy
 * and all that will be derived from it.
 *
 * Refuses: `badHandle`, `handleRevoked`; `rightsMissing`, without the copy right (CAP-1); `wrongType`,
 *          for a badge that is none; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Copying handles"; TLA+ `Copy…` in tla/handles/Handles.tla.
 */
export const copy: KernelService<'handle.Handle.Copy'> = (objects, permit, plan, caller) => {
  const { inHandle, newRightsMask, copyBadge } = permit.request;
  if (inHandle === undefined) return refused('badHandle');
  const held = lookUp(objects.handles, caller.process, inHandle, rights.copy);
  if (typeof held === 'string') return refused(held);
  const badge =
    copyBadge === undefined
      ? undefined
      : lookUpKind(plan, objects, caller.process, copyBadge, 'badge', 0);
  if (typeof badge === 'string') return refused(badge);
  const made = giveHandle(plan, objects, permit, caller, {
    sid: held.sid,
    rights: narrowed(held.rights, newRightsMask),
    parent: refOf(caller.process, inHandle),
    badge: badge?.handle.sid,
  });
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { outHandle: made.handle }, made.handle);
};
