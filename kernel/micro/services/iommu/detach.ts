import { findOwnDevice } from '../../devices/attach.ts';
import { hasIommu } from '../../devices/domains.ts';
import { withMachine } from '../../objects.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Takes a device of the caller's out of its domain. Without an IOMMU it is done, and changes nothing.
 *
 * Refuses: `nameUnknown`, for a number of no device; `rightsMissing`, for a device that is not the caller's;
 *          `wrongState`, where it is in no domain.
 * Source:  KasperskyOS Community Edition help, "I/O memory isolation management".
 */
export const detach: KernelService<'iommu.IOMMU.Detach'> = (objects, permit, plan, caller) => {
  if (!hasIommu(plan)) return done(objects, {});
  const device = findOwnDevice(plan, objects, caller.process, permit.request.bdf);
  if (typeof device === 'string') return refused(device);
  if (objects.machine.dma.attached[device] === undefined) return refused('wrongState');
  return done(withMachine(objects, plan.machine.dma.detach(objects.machine, device)), {});
};
