import { makeResource } from '../../make.ts';
import { takeFrames } from '../../memory/frames.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { pagesOf, rightsOf } from './arguments.ts';
import { makersRights } from './mapping-rights.ts';

/**
 * Makes a buffer of data, of frames of the caller's own, which hold zeros. Whoever is given a handle to it maps the
 * same memory.
 *
 * Refuses: `invalidArgument`, for no size, or flags that are none; `writeExecute`, for one to be executed: nothing
 *          could write it; `framesFull`; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating shared memory"; TLA+ `MdlCreate…` in tla/memory/Buffers.tla.
 */
export const mdlCreate: KernelService<'vmm.VMM.MdlCreate'> = (objects, permit, plan, caller) => {
  const { size, flags } = permit.request;
  const count = pagesOf(plan, size);
  if (count === undefined) return refused('invalidArgument');
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  if (rights.execute) return refused('writeExecute');
  const taken = takeFrames(plan, objects, caller.process, count);
  if (taken === 'framesFull') return refused(taken);
  const { frames } = taken;
  const resource = { kind: 'buffer', frames, holds: 'data' } as const;
  const mask = makersRights('data');
  const made = makeResource(plan, taken.objects, permit, caller, resource, mask);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { mdl: made.handle }, made.handle);
};
