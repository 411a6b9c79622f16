import type { Layout } from '../layout.ts';
import type { Word } from '../word.ts';

/**
 * One level of a radix of tables: what its entries can be, and which bits of the virtual address
 * choose one. An entry that maps a page maps 2^first bytes.
 */
export interface Level {
  /** What the manual calls its entries. */
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** The format of an entry that references a table of the next level; absent on the last one. */
  readonly table: Layout | undefined;
  /** The format of an entry that maps a page; absent where no page has that size. */
  readonly page: Layout | undefined;
}

/** Bytes that one entry of a level stands for. */
export const spanOf = ({ first }: Level): number => 2 ** first;

/** Bytes of a table of a level. */
export const tableBytes = ({ first, last }: Level, bytes: number): number =>
  2 ** (last - first + 1) * bytes;

/** Tables of words of so many bytes, and their levels from the root down; the last has pages only. */
export interface Radix {
  readonly bytes: 4 | 8;
  readonly levels: readonly Level[];
  /** What is read where no memory answers. */
  readonly nobody: Word;
}

/** Bytes of the pages that levels have, from the smallest. */
export const pageSizesOf = (levels: readonly Level[]): readonly number[] =>
  levels
    .filter(({ page }) => page !== undefined)
    .map(spanOf)
    .reverse();

/** Each kind of entry that levels have. */
export const layoutsOf = (levels: readonly Level[]): readonly Layout[] =>
  levels.flatMap(({ table, page }) => [table, page].filter((one) => one !== undefined));
