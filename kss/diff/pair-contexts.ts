import { stateKey } from '../context.ts';
import { searchContexts } from '../witness/contexts.ts';
import type { ContextBounds } from '../witness/contexts.ts';
import type { EventSlot } from '../witness/slots.ts';
import type { ReachedContext, Unknown } from '../witness/witness.ts';
import type { UnlikeSlot } from './alike.ts';
import type { Common } from './common.ts';

/** Pairs of contexts to judge the events of each slot in, and why these may not be all. */
export interface PairContexts {
  readonly at: (unlike: UnlikeSlot) => readonly ReachedContext[];
  readonly unknown: readonly Unknown[];
}

/** Bounds of the search for one slot alone; those for all slots share as many searches as the common one may take. */
const nearBounds = { contexts: 32, searches: 1000 } as const;

/** Is one of the objects in another state in each of the two contexts? */
const isParted = (
  { context, others: [other] = [] }: ReachedContext,
  names: readonly string[],
): boolean => other !== undefined && stateKey(context, names) !== stateKey(other, names);

/**
 * The contexts that all slots share; where these are not all, for a slot also those to which events of
 * its own two classes lead: what is kept is kept for SIDs, and most often for those of the parties.
 */
export const pairContexts = (
  common: Common,
  slots: readonly UnlikeSlot[],
  bounds: ContextBounds,
): PairContexts => {
  const { a, b } = common;
  const beside = [b];
  const objects = new Set(slots.flatMap((one) => one.objects));
  const shared = searchContexts(a, bounds, { beside, objects });
  const known = new Map<string, readonly ReachedContext[]>();
  let left = bounds.searches;
  const search = ({ src, dst = src }: EventSlot, names: readonly string[]) => {
    const found = searchContexts(
      a,
      { ...bounds, ...nearBounds, searches: Math.min(nearBounds.searches, left) },
      {
        beside,
        objects: new Set(names),
        among: (one) => [one.src, one.dst ?? one.src].some((by) => by === src || by === dst),
      },
    );
    left -= found.searches;
    return found.contexts;
  };
  const near = (slot: EventSlot, names: readonly string[]): readonly ReachedContext[] => {
    const { src, dst = src } = slot;
    const key = JSON.stringify([[src, dst].toSorted(), names.toSorted()]);
    const found = known.get(key) ?? (left > 0 ? search(slot, names) : []);
    known.set(key, found);
    return found;
  };
  return {
    unknown: shared.unknown,
    at: ({ slot, objects: names, canDifferDirectly }) => {
      if (!canDifferDirectly) return shared.contexts.filter((reached) => isParted(reached, names));
      return shared.complete ? shared.contexts : [...shared.contexts, ...near(slot, names)];
    },
  };
};
