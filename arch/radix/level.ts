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
  /** Larger pages that its entries can map; absent where there are none. */
  readonly groups?: readonly Group[];
}

/** A page of 2^first bytes that fills several entries of a level, each of which holds the same word. */
export interface Group {
  readonly format: Layout;
  readonly first: number;
}

/** Bytes that one entry of a level stands for. */
export const spanOf = ({ first }: Level): number => 2 ** first;

/** The pages that entries of a level map, from the smallest: those of one entry, and groups. */
export const pagesOf = ({ first, page, groups = [] }: Level): readonly Group[] =>
  page === undefined ? groups : [{ format: page, first }, ...groups];

/** Bytes of the pages that levels have, from the smallest. */
export const pageSizesOf = (levels: readonly Level[]): readonly number[] =>
  levels.toReversed().flatMap((level) => pagesOf(level).map(({ first }) => 2 ** first));

/** Each kind of entry that levels have. */
export const layoutsOf = (levels: readonly Level[]): readonly Layout[] =>
  levels.flatMap((level) =>
    [level.table, ...pagesOf(level).map(({ format }) => format)].filter((one) => one !== undefined),
  );

/** Bytes of a table of a level. */
export const tableBytes = ({ first, last }: Level, bytes: number): number =>
  2 ** (last - first + 1) * bytes;

/** Tables of words of so many bytes, and their levels from the root down; the last has pages only. */
export interface Radix<Stop = never> {
  readonly bytes: 4 | 8;
  readonly levels: readonly Level[];
  /** What is read where no memory answers, or why the walk stops there. */
  readonly nobody: Word | { readonly why: Stop };
}
