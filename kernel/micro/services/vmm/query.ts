import { findStretch, pagesIn } from '../../memory/regions.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { flagBits, flagsOf, numberOf } from './arguments.ts';

/**
 * Tells what lies at an address of the caller's: the region, and the rights of the page; flags are 0 where the page
 * has no frame.
 *
 * Refuses: `notMapped`, where no region lies.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory".
 */
export const query: KernelService<'vmm.VMM.Query'> = (objects, permit, plan, caller) => {
  const { pageBytes } = plan.machine;
  const address = numberOf(permit.request.va) ?? 0;
  const start = address - (address % pageBytes);
  const stretch = findStretch(plan, objects, caller.process, start, 1);
  if (stretch === undefined) return refused('notMapped');
  const page = pagesIn(plan, stretch)[0]?.page;
  return done(objects, {
    start: BigInt(stretch.region.start),
    size: BigInt(stretch.region.pages.length * pageBytes),
    flags: page === undefined ? 0 : flagsOf(page.rights) + flagBits.commit,
  });
};
