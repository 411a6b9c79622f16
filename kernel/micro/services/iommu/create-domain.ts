import { findFreeDomain } from '../../devices/domains.ts';
import { makersRights } from '../../devices/makers-rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Makes a further domain, in which nothing is mapped. It is no more when nobody holds it: its devices leave it.
 *
 * Refuses: `resourcesFull`, also beyond the domains that a process may make; `tableFull` (AVL-1).
 * Source:  KasperskyOS Community Edition help, "I/O memory isolation management".
 */
export const createDomain: KernelService<'iommu.IOMMU.CreateDomain'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const domain = findFreeDomain(plan, objects, caller.process);
  if (domain === undefined) return refused('resourcesFull');
  const resource = { kind: 'domain', domain } as const;
  const made = makeResource(plan, objects, permit, caller, resource, makersRights.domain);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { domain: made.handle }, made.handle);
};
