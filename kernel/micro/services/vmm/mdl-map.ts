import { lookUpKind } from '../../labelled.ts';
import { mapped, reserved } from '../../memory/address-space.ts';
import { placeOf } from '../../memory/regions.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { numberOf, rightsOf } from './arguments.ts';
import { mappingRights } from './mapping-rights.ts';
import { partOf } from './part.ts';

/**
 * Maps a part of a buffer into the caller's address space. The mapping lasts as long as the handle: it is taken
 * away when the handle is closed or revoked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, beyond what the handle allows (CAP-1);
 *          `invalidArgument`, for flags that are none, a part that is not in the buffer, an address that is no
 *          page's or none of programs; `writeExecute`; `occupied`; `pagesFull`; `framesFull`, for page tables.
 * Source:  KasperskyOS Community Edition help, "Creating shared memory"; TLA+ `MdlMap…` in tla/memory/Buffers.tla.
 */
export const mdlMap: KernelService<'vmm.VMM.MdlMap'> = (objects, permit, plan, caller) => {
  const { mdl, addr, offset, size, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return refused(rights);
  const held = lookUpKind(plan, objects, caller.process, mdl, 'buffer', mappingRights(rights));
  if (typeof held === 'string') return refused(held);
  const { resource, sid } = held.found;
  if (rights.write ? resource.holds === 'code' : rights.execute && resource.holds === 'data')
    return refused('writeExecute');
  const frames = partOf(plan, resource.frames, offset, size);
  if (typeof frames === 'string') return refused(frames);
  const address = numberOf(addr);
  if (address === undefined || mdl === undefined) return refused('invalidArgument');
  const start = placeOf(plan, objects, caller.process, address, frames.length);
  if (typeof start === 'string') return refused(start);
  const backing = { kind: 'resource', sid, handle: mdl } as const;
  const region = reserved(objects, permit, start, frames.length, backing);
  const next = mapped(plan, region.objects, permit, region.stretch, frames, rights);
  return next === 'framesFull' ? refused('framesFull') : done(next, { va: BigInt(start) });
};
