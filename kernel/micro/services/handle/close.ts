import { closed } from '../../handles/derivation.ts';
import { findEntry } from '../../handles/handles.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Closes a handle, also one that was revoked: its number is free again, and what was derived from it
 * hangs from its parent (CAP-3). With its last handle the resource is destroyed.
 *
 * Refuses: `badHandle`.
 * Source:  KasperskyOS Community Edition help, "Closing handles"; TLA+ `Close…` in tla/handles/Handles.tla,
 *          tla/channels/Channels.tla and tla/memory/Buffers.tla.
 */
export const close: KernelService<'handle.Handle.Close'> = (objects, permit, plan, caller) => {
  const { handle } = permit.request;
  if (handle === undefined) return refused('badHandle');
  const entry = findEntry(objects.handles, caller.process, handle);
  if (entry === undefined || entry.isInTransit) return refused('badHandle');
  return done(letGo(plan, objects, closed(objects.handles, permit, [handle])), {});
};
