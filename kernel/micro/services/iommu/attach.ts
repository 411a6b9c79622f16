import { ownDomain } from '../../devices/domains.ts';
import { attached } from '../../devices/attach.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Puts a device of the caller's into the caller's own domain. Without an IOMMU it is done, and changes nothing.
 *
 * Refuses: `nameUnknown`, for a number of no device; `rightsMissing`, for a device that is not the caller's;
 *          `occupied`, where it is in a domain.
 * Source:  KasperskyOS Community Edition help, "I/O memory isolation management".
 */
export const attach: KernelService<'iommu.IOMMU.Attach'> = (objects, permit, plan, caller) => {
  const { bdf } = permit.request;
  const next = attached(plan, objects, caller.process, bdf, ownDomain(caller.process));
  return typeof next === 'string' ? refused(next) : done(next, {});
};
