import { findStretch } from '../../memory/regions.ts';
import type { Stretch } from '../../memory/regions.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import type { Caller } from '../service.ts';
import { numberOf, pagesOf } from './arguments.ts';

/**
 * The pages of the caller's that an address and a size name: all in one region.
 *
 * Refuses: `invalidArgument`, for no size; `notMapped`, where the caller has no such region, and for an address
 *          that is no page's.
 */
export const stretchOf = (
  plan: Plan,
  objects: Objects,
  { process }: Caller,
  va: bigint,
  size: bigint,
): Stretch | 'invalidArgument' | 'notMapped' => {
  const count = pagesOf(plan, size);
  if (count === undefined) return 'invalidArgument';
  const address = numberOf(va);
  if (address === undefined) return 'notMapped';
  return findStretch(plan, objects, process, address, count) ?? 'notMapped';
};

/** The same, of memory of the caller's own. Refuses: as `stretchOf`; `wrongType`, for what a handle has mapped. */
export const ownStretch = (
  plan: Plan,
  objects: Objects,
  caller: Caller,
  va: bigint,
  size: bigint,
): Stretch | 'invalidArgument' | 'notMapped' | 'wrongType' => {
  const stretch = stretchOf(plan, objects, caller, va, size);
  if (typeof stretch === 'string') return stretch;
  return stretch.region.backing.kind === 'own' ? stretch : 'wrongType';
};
