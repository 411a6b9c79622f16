/**
 * A log of bounded size: the newest items, and how many older ones were lost since it was last read.
 * Immutable.
 */
export interface Ring<Item> {
  readonly items: readonly Item[];
  readonly lost: number;
}

/** Units: items; `lost` is where the count of lost ones ends. */
export interface RingLimits {
  readonly items: number;
  readonly lost: number;
}

export const emptyRing: Ring<never> = { items: [], lost: 0 };

/** The log after more items, the oldest lost where it is full; the very one given if nothing changes. */
export const append = <Item>(
  ring: Ring<Item>,
  fresh: readonly Item[],
  limits: RingLimits,
): Ring<Item> => {
  if (fresh.length === 0) return ring;
  const all = [...ring.items, ...fresh];
  const excess = Math.max(0, all.length - limits.items);
  const lost = Math.min(ring.lost + excess, limits.lost);
  return limits.items === 0 && lost === ring.lost && ring.items.length === 0
    ? ring
    : { items: all.slice(excess), lost };
};

/** What a reader gets, who so takes it out of the log, and the log that is left. */
export interface Reading<Item> {
  readonly items: readonly Item[];
  /** How many were lost before the first of these. */
  readonly lost: number;
  readonly rest: Ring<Item>;
}

/** Reads the oldest items, `most` of them at the most; the count of the lost begins anew. */
export const read = <Item>({ items, lost }: Ring<Item>, most: number): Reading<Item> => ({
  items: items.slice(0, most),
  lost,
  rest: { items: items.slice(most), lost: 0 },
});
