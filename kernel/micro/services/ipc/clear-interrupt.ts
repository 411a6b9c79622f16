import { lookUpKind } from '../../labelled.ts';
import { withResources } from '../../objects.ts';
import { changed } from '../../resources.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Calls and receptions that name the object may wait again.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`.
 * Source:  KasperskyOS Community Edition help, "KnIpcClearInterrupt"; TLA+ `ClearInterrupt` in tla/ipc/Ipc.tla.
 */
export const clearInterrupt: KernelService<'ipc.IPC.ClearInterrupt'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { syncHandle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, syncHandle, 'interrupt', 0);
  if (typeof held === 'string') return refused(held);
  const { owner, place, resource } = held.found;
  if (!resource.isSet) return done(objects, {});
  const clear = changed(objects.resources, owner, place, { kind: 'interrupt', isSet: false });
  return done(withResources(objects, clear), {});
};
