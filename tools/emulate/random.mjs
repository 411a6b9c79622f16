// @ts-check
/** What is drawn by chance, and the places of memory that it is drawn from. */

/** @typedef {{ below: (bound: number) => number }} Random */

/** Where tables lie, and where pages may lie that are tagged: from the begin of memory. */
export const tablesAt = { from: 0x400000, to: 0x420000 };
export const taggedAt = { from: 0x1000000, to: 0x2000000 };

/** The table of a number, on a page of its own. @param {number} index */
export const table = (index) => tablesAt.from + index * 4096;

/** @template Item @param {Random} random @param {readonly Item[]} items @returns {Item} */
export const pick = (random, items) => {
  const item = items[random.below(items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

/** Once in so many times. @param {Random} random @param {number} times */
export const once = (random, times) => random.below(times) === 0;

/** A bit that is set once in so many times. @param {Random} random @param {number} at @param {number} times */
export const bit = (random, at, times) => (once(random, times) ? 1n << BigInt(at) : 0n);

/** Bits `first` to `last` by chance, at most 30. @param {Random} random @param {number} first @param {number} last */
export const bits = (random, first, last) =>
  BigInt(random.below(2 ** (last - first + 1))) << BigInt(first);

/** A frame of 2^shift bytes that is tagged, in memory that begins at `memory`; of frames that are larger, the one that memory begins in. @param {Random} random @param {number} shift @param {number} memory */
export const frame = (random, shift, memory) => {
  const bytes = 2 ** shift;
  if (bytes > taggedAt.from) return BigInt(memory - (memory % bytes));
  const index = random.below((taggedAt.to - taggedAt.from) / bytes);
  return BigInt(memory + taggedAt.from + index * bytes);
};
