import { rights } from '../../../rights.ts';
import { attached } from '../../devices/attach.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Puts a device of the caller's into a domain that the caller has made. Without an IOMMU it is done, and changes
 * nothing.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, also for a domain that another has made, and a
 *          device that is not the caller's; `nameUnknown`, for a number of no device; `occupied`, where it is in a
 *          domain.
 * Source:  KasperskyOS Community Edition help, "I/O memory isolation management".
 */
export const attachToDomain: KernelService<'iommu.IOMMU.AttachToDomain'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { bdf, domain } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, domain, 'domain', rights.manage);
  if (typeof held === 'string') return refused(held);
  const { owner, resource } = held.found;
  if (owner !== caller.process) return refused('rightsMissing');
  const next = attached(plan, objects, caller.process, bdf, resource.domain);
  return typeof next === 'string' ? refused(next) : done(next, {});
};
