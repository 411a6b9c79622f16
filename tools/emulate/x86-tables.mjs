// @ts-check
/** Random tables and accesses of the formats of x86, near enough to well-formed ones that most walks go all the way. */

import { frame, once, pick, table } from './random.mjs';

/** @typedef {import('./random.mjs').Random} Random */
/** Shape: `slots` are the entries that are filled; the first table is the root. @typedef {{ shift: number, slots: readonly number[], tables: readonly number[], pages: boolean, bears: boolean }} Level */
/** @typedef {{ name: 'x86' | 'x86-pae' | 'x86_64', bits: 32 | 64, bytes: 4 | 8, low: readonly [at: number, word: bigint], levels: readonly Level[] }} Shape */

/** The root's first entry maps the low 4 MB, for the probe: the addresses of its tables are those of its source. @type {Readonly<Record<Shape['name'], Shape>>} */
export const shapes = {
  x86: {
    name: 'x86',
    bits: 32,
    bytes: 4,
    low: [table(0), 0x104027n],
    levels: [
      { shift: 22, slots: [1, 2, 512, 1023], tables: [table(0)], pages: true, bears: true },
      {
        shift: 12,
        slots: [0, 1, 2, 3, 1023],
        tables: [table(1), table(2)],
        pages: false,
        bears: true,
      },
    ],
  },
  'x86-pae': {
    name: 'x86-pae',
    bits: 32,
    bytes: 8,
    low: [table(0), 0x105001n],
    levels: [
      { shift: 30, slots: [1, 2, 3], tables: [table(0)], pages: false, bears: false },
      { shift: 21, slots: [8, 9, 10, 511], tables: [table(1), table(2)], pages: true, bears: true },
      {
        shift: 12,
        slots: [0, 1, 2, 3, 511],
        tables: [table(3), table(4)],
        pages: false,
        bears: true,
      },
    ],
  },
  x86_64: {
    name: 'x86_64',
    bits: 64,
    bytes: 8,
    low: [table(0), 0x105027n],
    levels: [
      { shift: 39, slots: [1, 2, 255, 256, 511], tables: [table(0)], pages: false, bears: true },
      { shift: 30, slots: [0, 1, 511], tables: [table(1), table(2)], pages: true, bears: true },
      { shift: 21, slots: [8, 9, 10], tables: [table(3), table(4)], pages: true, bears: true },
      { shift: 12, slots: [0, 1, 2, 3], tables: [table(5), table(6)], pages: false, bears: true },
    ],
  },
};

/** R/W, U/S, PWT, PCD, A and D; most entries permit most. @param {Random} random */
const flags = (random) =>
  BigInt(
    (once(random, 5) ? 0 : 2) |
      (once(random, 5) ? 0 : 4) |
      (random.below(4) << 3) |
      (random.below(4) << 5),
  );

/** Bits from 52 up, and now and then one that is reserved. @param {Random} random @param {Shape} shape */
const high = (random, { bytes, name }) => {
  if (bytes === 4) return 0n;
  const xd = once(random, 10) ? 1n << 63n : 0n;
  const ignored = name === 'x86_64' && once(random, 10) ? BigInt(random.below(2048)) << 52n : 0n;
  const reserved = once(random, 25)
    ? 1n << BigInt(40 + random.below(name === 'x86_64' ? 12 : 23))
    : 0n;
  return xd | ignored | reserved;
};

/** An entry that maps a page. @param {Random} random @param {Shape} shape @param {Level} level @param {boolean} isLarge */
const pageEntry = (random, shape, { shift }, isLarge) => {
  const size = isLarge ? 0x80n : 0n;
  const below = isLarge && once(random, 15) ? 1n << BigInt(shift - 1 - random.below(3)) : 0n;
  const global = once(random, 8) ? 0x100n : 0n;
  return frame(random, shift, 0) | high(random, shape) | flags(random) | size | below | global | 1n;
};

/** An entry of a level. @param {Random} random @param {Shape} shape @param {number} depth @param {boolean} hasLarge */
const entry = (random, shape, depth, hasLarge) => {
  const level = shape.levels[depth];
  const next = shape.levels[depth + 1];
  if (level === undefined || once(random, 12)) return once(random, 2) ? 0n : 0xffffeffen;
  if (next === undefined) return pageEntry(random, shape, level, false);
  if (level.pages && hasLarge && once(random, 4)) return pageEntry(random, shape, level, true);
  const tables = once(random, 12) ? shape.levels.flatMap((one) => one.tables) : next.tables;
  const target = BigInt(pick(random, tables));
  if (!level.bears) return target | 1n;
  const reserved = shape.name === 'x86_64' && depth === 0 && once(random, 25) ? 0x80n : 0n;
  return target | high(random, shape) | flags(random) | reserved | 1n;
};

/** The words of all tables, by address. @param {Random} random @param {Shape} shape @param {boolean} hasLarge @returns {Map<number, bigint>} */
export const randomTables = (random, shape, hasLarge) => {
  const words = new Map([shape.low]);
  for (const [depth, { tables, slots }] of shape.levels.entries()) {
    for (const at of tables) {
      for (const slot of slots)
        words.set(at + slot * shape.bytes, entry(random, shape, depth, hasLarge));
    }
  }
  return words;
};

/** An address in the slots that are filled. @param {Random} random @param {Shape} shape */
export const randomAddress = (random, { levels, name }) => {
  let address = levels.reduce(
    (sum, { shift, slots }) => sum + (BigInt(pick(random, slots)) << BigInt(shift)),
    BigInt(random.below(128) * 32),
  );
  if (name !== 'x86_64') return address;
  if ((address >> 47n) & 1n) address |= 0xffffn << 48n;
  return once(random, 40) ? address ^ (1n << BigInt(47 + random.below(17))) : address;
};
