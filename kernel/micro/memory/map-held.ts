import type { Cacheability, Rights } from '../../../arch/page.ts';
import type { HandleId, Sid } from '../../../model/ids.ts';
import type { Permit } from '../../mediate.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import type { Caller } from '../services/service.ts';
import { mapped, reserved } from './address-space.ts';
import { placeOf } from './regions.ts';

/** Pages of what a handle names, that are to be mapped by it. Units: physical addresses. */
export interface HeldPages {
  readonly sid: Sid;
  readonly handle: HandleId;
  readonly pages: readonly number[];
  readonly rights: Rights;
  readonly holds: Cacheability;
}

/**
 * Maps pages into the caller's address space, at an address or where the kernel chooses, for 0; as long as the handle
 * is held.
 *
 * Refuses: `invalidArgument`, for an address that is no page's or none of programs; `occupied`; `pagesFull`;
 *          `framesFull`, for page tables.
 * Source:  spec/decisions/0009-mappings-end-with-their-handle.md.
 */
export const mapHeld = (
  plan: Plan,
  objects: Objects,
  permit: Permit<unknown>,
  { process }: Caller,
  { sid, handle, pages, rights, holds }: HeldPages,
  address: number,
):
  | { readonly objects: Objects; readonly va: bigint }
  | 'invalidArgument'
  | 'occupied'
  | 'pagesFull'
  | 'framesFull' => {
  const start = placeOf(plan, objects, process, address, pages.length);
  if (typeof start === 'string') return start;
  const backing = { kind: 'resource', sid, handle } as const;
  const region = reserved(objects, permit, start, pages.length, backing);
  const next = mapped(plan, region.objects, permit, region.stretch, pages, rights, holds);
  return next === 'framesFull' ? next : { objects: next, va: BigInt(start) };
};
