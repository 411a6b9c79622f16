import type { Cacheability } from '../../../arch/page.ts';
import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Permit } from '../../mediate.ts';
import { lookUpKind } from '../labelled.ts';
import { mapHeld } from '../memory/map-held.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import type { Caller } from '../services/service.ts';
import { numberOf, rightsOf } from '../services/vmm/arguments.ts';
import { mappingRights } from '../services/vmm/mapping-rights.ts';

/** What is asked for: whole of what a handle names, at an address or where the kernel chooses. */
interface Asked {
  readonly resource: HandleId | undefined;
  readonly addr: bigint;
  readonly flags: number;
}

/**
 * Maps all pages of registers, or of a buffer for devices. No handle to either gives the right to execute.
 *
 * Refuses: as `io.IO.MapMem` says.
 */
export const mapWhole = (
  plan: Plan,
  objects: Objects,
  permit: Permit<Asked>,
  caller: Caller,
  kind: 'registers' | 'dma',
  holds: Cacheability,
): { readonly objects: Objects; readonly va: bigint } | Refusal => {
  const { resource: handle, addr, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return rights;
  const named = lookUpKind(plan, objects, caller.process, handle, kind, mappingRights(rights));
  if (typeof named === 'string') return named;
  const address = numberOf(addr);
  if (address === undefined || handle === undefined) return 'invalidArgument';
  const { sid, resource } = named.found;
  const held = { sid, handle, pages: resource.frames, rights, holds };
  return mapHeld(plan, objects, permit, caller, held, address);
};
