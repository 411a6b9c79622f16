// @ts-check
/** Random tables of long descriptors, near enough to well-formed ones that most walks go all the way. */
import { bit, bits, frame, once, pick, table } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** @typedef {0 | 1 | 2 | 3} LevelNumber */

/**
 * What tells formats apart. Shape: `limits` are the high bits of references to tables, `rights` those
 * that bear rights in a page; `top` is the highest bit of an address.
 *
 * @typedef {{
 *   memory: number,
 *   top: 39 | 47,
 *   limits: (random: Random) => bigint,
 *   rights: (random: Random) => bigint,
 *   never: bigint,
 * }} LongShape
 */

/** Tables of levels below the start, whose own may take the first 16 pages. @type {Readonly<Record<LevelNumber, readonly number[]>>} */
const below = { 0: [], 1: [16, 17], 2: [18, 19], 3: [20, 21] };
const lower = /** @type {const} */ ({ 0: 1, 1: 2, 2: 3, 3: undefined });

/** The entries that are filled; those of level 2 reach tagged memory through blocks of 1 GB. @type {Readonly<Record<LevelNumber, readonly number[]>>} */
const slots = { 0: [0, 1, 2, 255, 511], 1: [0, 1, 2, 511], 2: [8, 9, 10], 3: [0, 1, 2, 511] };

/** @param {LevelNumber} level */
export const firstBit = (level) => 12 + 9 * (3 - level);

/** Levels from the start down. @param {LevelNumber} start @returns {LevelNumber[]} */
const levelsFrom = (start) => /** @type {const} */ ([0, 1, 2, 3]).filter((level) => level >= start);

/** Entries of the table of a level that are filled. @param {LevelNumber} level @param {LevelNumber} start @param {number} inputBits */
const slotsOf = (level, start, inputBits) => {
  if (level !== start) return slots[level];
  const entries = 2 ** (inputBits - firstBit(level));
  const all = entries > 512 ? [...slots[level], 512, entries - 1] : slots[level];
  return [...new Set(all.map((slot) => slot % entries))];
};

/** A bit of an address that is too high now and then. @param {Random} random @param {LongShape} shape */
const tooHigh = (random, { top }) =>
  once(random, 25) ? 1n << BigInt(31 + random.below(top - 30)) : 0n;

/** A block or page. @param {Random} random @param {LongShape} shape @param {LevelNumber} level */
const pageEntry = (random, shape, level) => {
  const first = firstBit(level);
  const beneath = level !== 3 && once(random, 5) ? bits(random, 12, first - 1) : 0n;
  const cache = bits(random, 2, 5) | bits(random, 8, 9) | bit(random, 11, 2);
  const ignored = once(random, 6) ? bits(random, 48, 50) | bits(random, 55, 63) : 0n;
  const accessed = once(random, 8) ? 0n : 1n << 10n;
  const address = frame(random, first, shape.memory) | tooHigh(random, shape) | beneath;
  const typed = (level === 3) === !once(random, 30) ? 3n : 1n;
  return address | cache | ignored | accessed | shape.rights(random) | bit(random, 52, 8) | typed;
};

/** A reference to a table. @param {Random} random @param {LongShape} shape @param {LevelNumber} next */
const tableEntry = (random, shape, next) => {
  const targets = once(random, 12) ? [0, 16, 17, 18, 19, 20, 21] : below[next];
  const ignored = once(random, 4)
    ? bits(random, 2, 11) | bits(random, 48, 58) | bit(random, 63, 2)
    : 0n;
  const target = BigInt(shape.memory + table(pick(random, targets)));
  return target | ignored | tooHigh(random, shape) | shape.limits(random) | 3n;
};

/** An entry of a level. @param {Random} random @param {LongShape} shape @param {LevelNumber} level */
const entry = (random, shape, level) => {
  const next = lower[level];
  if (once(random, 14)) return once(random, 2) ? 0n : 0xfffffffffffffffen;
  if (next === undefined) return pageEntry(random, shape, level);
  if (level !== 0 && once(random, 4)) return pageEntry(random, shape, level);
  // A block at level 0 is reserved; it is drawn where no memory is, as an emulator may take it for one.
  if (level === 0 && once(random, 20)) return 0x10000000461n;
  return tableEntry(random, shape, next);
};

/** The words of all tables of so many bits of an address, by physical address. @param {Random} random @param {LongShape} shape @param {LevelNumber} start @param {number} inputBits */
export const longTables = (random, shape, start, inputBits) => {
  /** @type {Map<number, bigint>} */
  const words = new Map();
  for (const level of levelsFrom(start)) {
    for (const index of level === start ? [0] : below[level]) {
      for (const slot of slotsOf(level, start, inputBits))
        words.set(
          shape.memory + table(index) + slot * 8,
          entry(random, shape, level) & ~shape.never,
        );
    }
  }
  return words;
};

/** An address in the slots that are filled. @param {Random} random @param {LevelNumber} start @param {number} inputBits */
export const longAddress = (random, start, inputBits) =>
  levelsFrom(start).reduce(
    (sum, level) =>
      sum + (BigInt(pick(random, slotsOf(level, start, inputBits))) << BigInt(firstBit(level))),
    BigInt(random.below(128) * 32),
  );

/** The level that a walk starts at without concatenated tables. @param {number} inputBits @returns {LevelNumber} */
export const startOf = (inputBits) => (inputBits > 39 ? 0 : inputBits > 30 ? 1 : 2);

/** A block at level 0, which is reserved, as the last word that was read. @param {import('./architecture.mjs').Plan} plan */
export const isBlockAtLevel0 = ({ walk, reads }) =>
  walk.kind === 'faulted' &&
  walk.fault === 'notPresent' &&
  walk.level === 0 &&
  ((reads.at(-1)?.word.low ?? 0) & 3) === 1;

/** Has it come to what such a block comes to if it is taken for one: too high an address, no memory, no permission? @param {import('./architecture.mjs').Came} came */
export const isTakenForBlock = ({ code }) => [0b000000, 0b010000, 0b001100].includes(code & 0x3f);
