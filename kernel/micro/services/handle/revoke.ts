import { closed, revokedBelow } from '../../handles/derivation.ts';
import { lookUp } from '../../handles/handles.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Revokes all that was derived from a handle, in every process, and closes the handle itself (CAP-2).
 * A revoked handle keeps its number, and every use of it but closing is refused.
 *
 * Refuses: `badHandle`, `handleRevoked`.
 * Source:  KasperskyOS Community Edition help, "Revoking handles"; TLA+ `Revoke…` in tla/handles/Handles.tla
 *          and tla/memory/Buffers.tla.
 */
export const revoke: KernelService<'handle.Handle.Revoke'> = (objects, permit, plan, caller) => {
  const { handle } = permit.request;
  if (handle === undefined) return refused('badHandle');
  const held = lookUp(objects.handles, caller.process, handle);
  if (typeof held === 'string') return refused(held);
  const below = revokedBelow(objects.handles, permit, handle, undefined);
  const own = closed(below.handles, permit, [handle]);
  const entries = [...below.entries, ...own.entries];
  return done(letGo(plan, objects, { handles: own.handles, entries }), {});
};
