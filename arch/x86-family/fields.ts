import { fixed, flag, ignored } from '../layout.ts';
import type { Field } from '../layout.ts';
import type { EntryName } from './bits.ts';

/** Bits 0 to 5 of every entry that bears rights. */
export const lowBits: readonly Field<EntryName>[] = [
  flag(0, 'P'),
  flag(1, 'R/W'),
  flag(2, 'U/S'),
  flag(3, 'PWT'),
  flag(4, 'PCD'),
  flag(5, 'A'),
];

/** Bits 6 to 11 of an entry that references a table, and could have mapped a page. */
export const tableBits: readonly Field<EntryName>[] = [
  ignored(6),
  fixed(7, 'PS', 0),
  ignored(8, 11),
];

/** Bits 6 to 12 of an entry that maps a large page. */
export const largePageBits: readonly Field<EntryName>[] = [
  flag(6, 'D'),
  fixed(7, 'PS', 1),
  flag(8, 'G'),
  ignored(9, 11),
  flag(12, 'PAT'),
];

/** Bits 6 to 11 of an entry that maps a page of 4 KB. */
export const smallPageBits: readonly Field<EntryName>[] = [
  flag(6, 'D'),
  flag(7, 'PAT'),
  flag(8, 'G'),
  ignored(9, 11),
];
