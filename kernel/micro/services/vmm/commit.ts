import { committed } from '../../memory/address-space.ts';
import { isUnforgotten, pagesIn } from '../../memory/regions.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { rightsOf } from './arguments.ts';
import { ownStretch } from './stretch.ts';

/**
 * Gives pages that are reserved frames of the caller's own, which hold zeros.
 *
 * Refuses: `invalidArgument`, for no size, or flags that are none; `writeExecute`; `notMapped`, where nothing is
 *          reserved; `wrongType`, for what a handle has mapped; `occupied`, where a page has a frame, or
 *          some core has not forgotten the one that it had; `framesFull`.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory"; TLA+ `Commit…` in tla/memory/Memory.tla.
 */
export const commit: KernelService<'vmm.VMM.Commit'> = (objects, permit, plan, caller) => {
  const { va, size, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  const stretch = ownStretch(plan, objects, caller, va, size);
  if (typeof stretch === 'string') return refused(stretch);
  if (pagesIn(plan, stretch).some(({ page }) => page !== undefined)) return refused('occupied');
  if (isUnforgotten(plan, objects, caller.process, stretch)) return refused('occupied');
  const next = committed(plan, objects, permit, stretch, rights);
  return next === 'framesFull' ? refused('framesFull') : done(next, {});
};
