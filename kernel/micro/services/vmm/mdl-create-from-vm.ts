import { makeResource } from '../../make.ts';
import { awaitedFor } from '../../memory/frames.ts';
import { pagesIn } from '../../memory/regions.ts';
import { usesOf } from '../../memory/uses.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { rightsOf } from './arguments.ts';
import { makersRights } from './mapping-rights.ts';
import { ownStretch } from './stretch.ts';

/**
 * Makes a buffer of the frames that pages of the caller's own have: what it holds is shared from now on. A buffer
 * of code is made of pages that cannot be written any more, and never can be while it is there.
 *
 * Refuses: `invalidArgument`, for no size, or flags that are none; `notMapped`, where a page has no frame, its rights
 *          are being changed, or a core may still translate to it by a mapping that was taken away; `wrongType`, for what a handle has mapped; `writeExecute`, for code that can
 *          be written, or data that can be executed; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating shared memory"; TLA+ `MdlCreateFromVm…`
 *          in tla/memory/Buffers.tla.
 */
export const mdlCreateFromVm: KernelService<'vmm.VMM.MdlCreateFromVm'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { va, size, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  const stretch = ownStretch(plan, objects, caller, va, size);
  if (typeof stretch === 'string') return refused(stretch);
  const pages = pagesIn(plan, stretch).flatMap(({ page }) => (page?.awaits === 0 ? [page] : []));
  if (pages.length < stretch.count) return refused('notMapped');
  // What such a core may do with the page is not what this buffer is for.
  if (pages.some(({ physical }) => awaitedFor(plan, objects, physical) !== 0))
    return refused('notMapped');
  const holds = rights.execute ? 'code' : 'data';
  const other = rights.execute ? 'data' : 'code';
  const isOther = pages.some((page) => (rights.execute ? page.rights.write : page.rights.execute));
  if (isOther || pages.some(({ physical }) => usesOf(objects, physical).includes(other)))
    return refused('writeExecute');
  const resource = {
    kind: 'buffer',
    frames: pages.map(({ physical }) => physical),
    holds,
  } as const;
  const made = makeResource(plan, objects, permit, caller, resource, makersRights(holds));
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { mdl: made.handle }, made.handle);
};
