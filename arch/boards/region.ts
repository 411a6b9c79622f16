/** A run of physical addresses. Units: bytes; both numbers are whole and below 2^53. */
export interface Region {
  readonly base: number;
  readonly bytes: number;
}

/** The first address after a region. */
export const endOf = ({ base, bytes }: Region): number => base + bytes;

export const contains = (outer: Region, inner: Region): boolean =>
  outer.base <= inner.base && endOf(inner) <= endOf(outer);

/** Two items whose regions overlap: the later one in the order of addresses, and one that it meets. */
export interface Overlap<Item> {
  readonly item: Item;
  readonly met: Item;
}

/**
 * The items whose regions meet one that begins before them, or at the same address.
 *
 * Shape: one overlap for each such item, with the item that reaches farthest; regions without a byte
 *        meet nothing.
 */
export const overlapsOf = <Item>(
  items: readonly Item[],
  regionOf: (item: Item) => Region,
): readonly Overlap<Item>[] => {
  const sorted = items
    .filter((item) => regionOf(item).bytes > 0)
    .sort((left, right) => regionOf(left).base - regionOf(right).base);
  const overlaps: Overlap<Item>[] = [];
  let farthest: Item | undefined;
  for (const item of sorted) {
    if (farthest !== undefined && regionOf(item).base < endOf(regionOf(farthest))) {
      overlaps.push({ item, met: farthest });
    }
    if (farthest === undefined || endOf(regionOf(item)) > endOf(regionOf(farthest))) {
      farthest = item;
    }
  }
  return overlaps;
};
