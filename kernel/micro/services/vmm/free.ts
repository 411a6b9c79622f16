import { withoutSome } from '../../memory/address-space.ts';
import { rowOf } from '../../memory/memory.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { numberOf } from './arguments.ts';

/**
 * Takes away the whole region that begins at an address: memory of the caller's own, or what a handle has mapped.
 *
 * Refuses: `notMapped`, where no region begins.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory"; TLA+ `Free…` in tla/memory/Memory.tla.
 */
export const free: KernelService<'vmm.VMM.Free'> = (objects, permit, plan, caller) => {
  const start = numberOf(permit.request.va);
  const { regions } = rowOf(objects.memory, caller.process);
  if (!regions.some((region) => region.start === start)) return refused('notMapped');
  return done(
    withoutSome(plan, objects, permit, (region) => region.start === start),
    {},
  );
};
