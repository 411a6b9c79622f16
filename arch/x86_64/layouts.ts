import { address, fixed, flag, ignored, layout, reserved } from '../layout.ts';
import type { Field } from '../layout.ts';
import type { EntryName } from '../x86-family/bits.ts';
import { physicalAddressBits } from '../x86-family/control.ts';

const top = physicalAddressBits - 1;

/** Bits 0 to 5 of every entry. */
const low: readonly Field<EntryName>[] = [
  flag(0, 'P'),
  flag(1, 'R/W'),
  flag(2, 'U/S'),
  flag(3, 'PWT'),
  flag(4, 'PCD'),
  flag(5, 'A'),
];

/** Bits above the address, of every entry; bits 62 to 59 hold a key where CR4.PKE is 1. */
const high: readonly Field<EntryName>[] = [reserved(top + 1, 51), ignored(52, 62), flag(63, 'XD')];

/** Bits 6 to 11 of an entry that references a table and could have mapped a page. */
const tableMiddle = [ignored(6), fixed(7, 'PS', 0), ignored(8, 11)];

/** Bits 6 to 12 of an entry that maps a large page. */
const pageMiddle: readonly Field<EntryName>[] = [
  flag(6, 'D'),
  fixed(7, 'PS', 1),
  flag(8, 'G'),
  ignored(9, 11),
  flag(12, 'PAT'),
];

export const pml4e = layout('PML4E', 'Table 4-14', 64, [
  ...low,
  ignored(6),
  reserved(7),
  ignored(8, 11),
  address(12, top),
  ...high,
]);

export const pdptePage = layout('PDPTE, 1-GByte page', 'Table 4-15', 64, [
  ...low,
  ...pageMiddle,
  reserved(13, 29),
  address(30, top),
  ...high,
]);

export const pdpte = layout('PDPTE', 'Table 4-16', 64, [
  ...low,
  ...tableMiddle,
  address(12, top),
  ...high,
]);

export const pdePage = layout('PDE, 2-MByte page', 'Table 4-17', 64, [
  ...low,
  ...pageMiddle,
  reserved(13, 20),
  address(21, top),
  ...high,
]);

export const pde = layout('PDE', 'Table 4-18', 64, [
  ...low,
  ...tableMiddle,
  address(12, top),
  ...high,
]);

export const pte = layout('PTE', 'Table 4-19', 64, [
  ...low,
  flag(6, 'D'),
  flag(7, 'PAT'),
  flag(8, 'G'),
  ignored(9, 11),
  address(12, top),
  ...high,
]);
