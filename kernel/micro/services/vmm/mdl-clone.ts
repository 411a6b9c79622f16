import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { partOf } from './part.ts';

/**
 * Makes another buffer of a part of the frames of one: what is to be shared of it. Only its maker clones a buffer:
 * what others made of it would outlive the revocation of their handle.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, also for a buffer that another process has made;
 *          `rightsMissing`, without the right to copy it (CAP-1); `invalidArgument`, for a part that is not in the
 *          buffer; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating shared memory".
 */
export const mdlClone: KernelService<'vmm.VMM.MdlClone'> = (objects, permit, plan, caller) => {
  const { mdl, offset, size } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, mdl, 'buffer', rights.copy);
  if (typeof held === 'string') return refused(held);
  const { owner, resource } = held.found;
  if (owner !== caller.process) return refused('wrongType');
  const frames = partOf(plan, resource.frames, offset, size);
  if (typeof frames === 'string') return refused(frames);
  const clone = { ...resource, frames };
  const made = makeResource(plan, objects, permit, caller, clone, held.handle.rights);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { clone: made.handle }, made.handle);
};
