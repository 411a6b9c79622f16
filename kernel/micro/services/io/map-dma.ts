import { mapWhole } from '../../devices/map-whole.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Maps a buffer for devices into the caller's address space, as long as the handle is held.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, beyond what the handle allows (CAP-1);
 *          `invalidArgument`, for flags that are none, an address that is no page's or none of programs;
 *          `writeExecute`; `occupied`; `pagesFull`; `framesFull`, for page tables.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0009-mappings-end-with-their-handle.md.
 */
export const mapDma: KernelService<'io.IO.MapDma'> = (objects, permit, plan, caller) => {
  const mapped = mapWhole(plan, objects, permit, caller, 'dma', 'memory');
  return typeof mapped === 'string' ? refused(mapped) : done(mapped.objects, { va: mapped.va });
};
