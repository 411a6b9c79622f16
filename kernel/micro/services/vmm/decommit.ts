import { decommitted } from '../../memory/address-space.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { ownStretch } from './stretch.ts';

/**
 * Takes the frames of pages away; the pages stay reserved. The frames come back, cleared, when no core can
 * translate to them any more, unless a buffer has them as well.
 *
 * Refuses: `invalidArgument`, for no size; `notMapped`, where nothing is reserved; `wrongType`, for what a handle
 *          has mapped.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory"; TLA+ `Decommit…` in tla/memory/Memory.tla.
 */
export const decommit: KernelService<'vmm.VMM.Decommit'> = (objects, permit, plan, caller) => {
  const { va, size } = permit.request;
  const stretch = ownStretch(plan, objects, caller, va, size);
  if (typeof stretch === 'string') return refused(stretch);
  return done(decommitted(plan, objects, permit, stretch), {});
};
