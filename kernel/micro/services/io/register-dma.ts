import { withOwnFrames } from '../../devices/domains.ts';
import { makersRights } from '../../devices/makers-rights.ts';
import { makeResource } from '../../make.ts';
import { takeFrames } from '../../memory/frames.ts';
import { pagesOf, rightsOf } from '../vmm/arguments.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Makes a buffer of frames of the caller's own, which hold zeros, and lets devices in the caller's own domain reach
 * it, at the addresses that the frames have. Without an IOMMU nothing keeps a device from reaching all else.
 *
 * Refuses: `invalidArgument`, for no size, or flags that are none; `writeExecute`, for one to be executed;
 *          `framesFull`, also for a table of the domain; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const registerDma: KernelService<'io.IO.RegisterDma'> = (objects, permit, plan, caller) => {
  const { size, flags } = permit.request;
  const count = pagesOf(plan, size);
  if (count === undefined) return refused('invalidArgument');
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  if (rights.execute) return refused('writeExecute');
  const taken = takeFrames(plan, objects, caller.process, count);
  if (taken === 'framesFull') return refused(taken);
  const { frames } = taken;
  const reached = withOwnFrames(plan, taken.objects, caller.process, frames);
  if (typeof reached === 'string') return refused(reached);
  const resource = { kind: 'dma', frames } as const;
  const made = makeResource(plan, reached, permit, caller, resource, makersRights.dma);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { resource: made.handle }, made.handle);
};
