import type { Layout } from '../layout.ts';
import type { Level } from '../radix/level.ts';

/** Formats of descriptors: `blocks` by the level that has them. */
export interface Descriptors {
  readonly table: Layout;
  readonly blocks: Readonly<Record<1 | 2, Layout>>;
  readonly page: Layout;
}

export type LevelNumber = 0 | 1 | 2 | 3;

/** The lowest bit of an input address that a level resolves: 12 at level 3, and 9 more at each above. */
export const firstBit = (level: LevelNumber): number => 12 + 9 * (3 - level);

/** The number that the manual gives to a level, which faults tell. */
export const numberOfLevel = ({ first }: Level): number => 3 - (first - 12) / 9;

/** The level that an input address of so many bits starts at: no more levels than it needs. */
export const startLevel = (inputBits: number): LevelNumber => {
  if (inputBits > firstBit(0)) return 0;
  if (inputBits > firstBit(1)) return 1;
  return inputBits > firstBit(2) ? 2 : 3;
};

const levelBy = (
  { table, blocks, page }: Descriptors,
  number: LevelNumber,
  last: number,
): Level => ({
  name: `level ${String(number)}`,
  first: firstBit(number),
  last,
  table: number === 3 ? undefined : table,
  page: number === 3 ? page : number === 0 ? undefined : blocks[number],
});

/**
 * The levels from `start` down. The table of the start has as many entries as the input address has
 * bits for, and may be smaller or larger than the others.
 *
 * Source: DDI 0487 D4.2.6 and D4.2.7, for the 4 KB granule; DDI 0406C B3.6: address lookup levels.
 */
export const levelsFrom = (
  descriptors: Descriptors,
  start: LevelNumber,
  inputBits: number,
): readonly Level[] =>
  ([0, 1, 2, 3] as const)
    .filter((number) => number >= start)
    .map((number) =>
      levelBy(descriptors, number, number === start ? inputBits - 1 : firstBit(number) + 8),
    );

/** Each kind of descriptor. */
export const kindsOf = ({ table, blocks, page }: Descriptors): readonly Layout[] => [
  table,
  blocks[1],
  blocks[2],
  page,
];
