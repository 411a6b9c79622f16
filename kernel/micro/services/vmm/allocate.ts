import { committed, reserved } from '../../memory/address-space.ts';
import { placeOf } from '../../memory/regions.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { flagBits, numberOf, pagesOf, rightsOf } from './arguments.ts';

/**
 * Reserves a region of the caller's address space, at an address or where the kernel chooses, and commits it if
 * asked to.
 *
 * Refuses: `invalidArgument`, for no size, an address that is no page's or none of programs, flags that are none;
 *          `writeExecute`, for pages to be written and executed; `occupied`; `pagesFull`; `framesFull`.
 * Source:  KasperskyOS Community Edition help, "Managing virtual memory"; TLA+ `Allocate…` in tla/memory/Memory.tla.
 */
export const allocate: KernelService<'vmm.VMM.Allocate'> = (objects, permit, plan, caller) => {
  const { addr, size, flags } = permit.request;
  const address = numberOf(addr);
  const count = pagesOf(plan, size);
  if (address === undefined || count === undefined) return refused('invalidArgument');
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  const start = placeOf(plan, objects, caller.process, address, count);
  if (typeof start === 'string') return refused(start);
  const region = reserved(objects, permit, start, count);
  const outputs = { va: BigInt(start) };
  if ((flags & flagBits.commit) === 0) return done(region.objects, outputs);
  const next = committed(plan, region.objects, permit, region.stretch, rights);
  return next === 'framesFull' ? refused('framesFull') : done(next, outputs);
};
