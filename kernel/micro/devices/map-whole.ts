import type { Cacheability } from '../../../arch/page.ts';
import type { HandleId } from '../../../model/ids.ts';
import type { Refusal } from '../../../model/step.ts';
import type { Permit } from '../../mediate.ts';
import { lookUpKind } from '../labelled.ts';
import { mapped, reserved } from '../memory/address-space.ts';
import { placeOf } from '../memory/regions.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { numberOf, rightsOf } from '../services/vmm/arguments.ts';
import { mappingRights } from '../services/vmm/mapping-rights.ts';
import type { Caller } from '../services/service.ts';

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
  { process }: Caller,
  kind: 'registers' | 'dma',
  holds: Cacheability,
): { readonly objects: Objects; readonly va: bigint } | { readonly because: Refusal } => {
  const { resource: handle, addr, flags } = permit.request;
  const rights = rightsOf(flags);
  if (typeof rights === 'string') return { because: rights };
  const held = lookUpKind(plan, objects, process, handle, kind, mappingRights(rights));
  if (typeof held === 'string') return { because: held };
  const { sid, resource } = held.found;
  const { frames } = resource;
  const address = numberOf(addr);
  if (address === undefined || handle === undefined) return { because: 'invalidArgument' };
  const start = placeOf(plan, objects, process, address, frames.length);
  if (typeof start === 'string') return { because: start };
  const backing = { kind: 'resource', sid, handle } as const;
  const region = reserved(objects, permit, start, frames.length, backing);
  const next = mapped(plan, region.objects, permit, region.stretch, frames, rights, holds);
  return next === 'framesFull' ? { because: next } : { objects: next, va: BigInt(start) };
};
