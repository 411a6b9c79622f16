import { rights } from '../../../rights.ts';
import { withFramesIn } from '../../devices/domains.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Lets devices in a domain that the caller has made reach a buffer that it has made: what a device reaches ends with
 * its maker.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, also where another has made either; `occupied`,
 *          where they reach it; `framesFull`, for a table of the domain.
 * Source:  KasperskyOS Community Edition help, "I/O memory isolation management"; spec/decisions/0011-devices.md.
 */
export const mapToDomain: KernelService<'iommu.IOMMU.MapToDomain'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { domain, resource } = permit.request;
  const into = lookUpKind(plan, objects, caller.process, domain, 'domain', rights.manage);
  if (typeof into === 'string') return refused(into);
  const what = lookUpKind(plan, objects, caller.process, resource, 'dma', rights.write);
  if (typeof what === 'string') return refused(what);
  if (into.found.owner !== caller.process || what.found.owner !== caller.process)
    return refused('rightsMissing');
  const { frames } = what.found.resource;
  const next = withFramesIn(plan, objects, into.found.resource.domain, frames);
  return typeof next === 'string' ? refused(next) : done(next, {});
};
