import { lookUpKind } from '../../labelled.ts';
import { mapHeld } from '../../memory/map-held.ts';
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
  const named = lookUpKind(plan, objects, caller.process, mdl, 'buffer', mappingRights(rights));
  if (typeof named === 'string') return refused(named);
  const { resource, sid } = named.found;
  if (rights.write ? resource.holds === 'code' : rights.execute && resource.holds === 'data')
    return refused('writeExecute');
  const frames = partOf(plan, resource.frames, offset, size);
  if (typeof frames === 'string') return refused(frames);
  const address = numberOf(addr);
  if (address === undefined || mdl === undefined) return refused('invalidArgument');
  const held = { sid, handle: mdl, pages: frames, rights, holds: 'memory' } as const;
  const mapped = mapHeld(plan, objects, permit, caller, held, address);
  return typeof mapped === 'string' ? refused(mapped) : done(mapped.objects, { va: mapped.va });
};
