import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Tells how large a buffer is.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to read it (CAP-1).
 * Source:  KasperskyOS Community Edition help, "Creating shared memory".
 */
export const mdlGetSize: KernelService<'vmm.VMM.MdlGetSize'> = (objects, permit, plan, caller) => {
  const held = lookUpKind(plan, objects, caller.process, permit.request.mdl, 'buffer', rights.read);
  if (typeof held === 'string') return refused(held);
  const { frames } = held.found.resource;
  return done(objects, { size: BigInt(frames.length * plan.machine.pageBytes) });
};
