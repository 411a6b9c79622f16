import { revokedBelow } from '../../handles/derivation.ts';
import { lookUp } from '../../handles/handles.ts';
import { lookUpKind } from '../../labelled.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Revokes what was derived from a handle by the transfers and copies that bore a badge, and leaves the
 * rest (CAP-2).
 *
 * Refuses: `badHandle`, `handleRevoked`; `badgeless`, without a badge; `wrongType`, for a badge that is none.
 * Source:  KasperskyOS Community Edition help, "Revoking handles"; TLA+ `RevokeSubtree…` in tla/handles/Handles.tla.
 */
export const revokeSubtree: KernelService<'handle.Handle.RevokeSubtree'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { handle, badge } = permit.request;
  if (handle === undefined) return refused('badHandle');
  const held = lookUp(objects.handles, caller.process, handle);
  if (typeof held === 'string') return refused(held);
  if (badge === undefined) return refused('badgeless');
  const mark = lookUpKind(plan, objects, caller.process, badge, 'badge', 0);
  if (typeof mark === 'string') return refused(mark);
  const below = revokedBelow(objects.handles, permit, handle, mark.handle.sid);
  return done(letGo(plan, objects, below), {});
};
