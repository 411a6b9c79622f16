import { rights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Makes what calls and receptions of the caller's threads name so that another thread can interrupt
 * them. Its handle is not transferable.
 *
 * Refuses: `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "KnIpcCreateSyncObject".
 */
export const createSyncObject: KernelService<'ipc.IPC.CreateSyncObject'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const resource = { kind: 'interrupt', isSet: false } as const;
  const made = makeResource(plan, objects, permit, caller, resource, rights.copy);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { syncHandle: made.handle }, made.handle);
};
