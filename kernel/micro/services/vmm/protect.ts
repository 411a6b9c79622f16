import { findEntry, hasRight } from '../../handles/handles.ts';
import { protectedStretch } from '../../memory/address-space.ts';
import { pagesIn } from '../../memory/regions.ts';
import { awaitedCores } from '../../memory/agents.ts';
import { usesOf } from '../../memory/uses.ts';
import { withThreads } from '../../objects.ts';
import { block } from '../../threads/service-waits.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { rightsOf } from './arguments.ts';
import { mappingRights } from './mapping-rights.ts';
import { stretchOf } from './stretch.ts';

/**
 * Gives pages other rights: at once no more than both the old and the new, and all of the new when no core has
 * the old any more. What can be written is never executed, in no process.
 *
 * Refuses: `invalidArgument`, for no size, or flags that are none; `writeExecute`, also where a buffer of data has
 *          a page that is to be executed, or one of code a page that is to be written; `notMapped`, where a page
 *          has no frame; `rightsMissing`, beyond those of the handle that has mapped it.
 * Blocks:  until every core has forgotten the old rights.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory"; TLA+ `Protect…` in tla/memory/Memory.tla.
 */
export const protect: KernelService<'vmm.VMM.Protect'> = (objects, permit, plan, caller) => {
  const { va, size, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  const stretch = stretchOf(plan, objects, caller, va, size);
  if (typeof stretch === 'string') return refused(stretch);
  const pages = pagesIn(plan, stretch);
  if (pages.some(({ page }) => page === undefined)) return refused('notMapped');
  const { backing } = stretch.region;
  if (backing.kind === 'resource') {
    const entry = findEntry(objects.handles, caller.process, backing.handle);
    if (entry === undefined || !hasRight(entry, mappingRights(rights)))
      return refused('rightsMissing');
  }
  const holds = pages.flatMap(({ page }) =>
    page === undefined ? [] : usesOf(objects, page.physical),
  );
  if ((rights.write && holds.includes('code')) || (rights.execute && holds.includes('data')))
    return refused('writeExecute');
  const next = protectedStretch(plan, objects, permit, stretch, rights);
  if (awaitedCores(next) === 0) return done(next, {});
  const invalidation = { kind: 'invalidation' } as const;
  const { threads } = next;
  const name = 'vmm.VMM.Protect';
  const blocked = block(threads, permit, caller.thread, name, invalidation, undefined);
  return { kind: 'blocked', next: withThreads(next, blocked) };
};
