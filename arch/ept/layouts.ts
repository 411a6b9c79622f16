import { address, fixed, flag, ignored, layout, number, reserved } from '../layout.ts';
import type { Field } from '../layout.ts';
import { physicalAddressBits } from '../x86-family/control.ts';

const top = physicalAddressBits - 1;

/** Numbers of EPT entries: read, write, execute, memory type, ignore PAT, accessed, dirty, suppress #VE. */
export type EptName = 'R' | 'W' | 'X' | 'MT' | 'IPAT' | 'A' | 'D' | 'SVE';

const rights: readonly Field<EptName>[] = [flag(0, 'R'), flag(1, 'W'), flag(2, 'X')];

/** Bits 8 to 11 and above the address of an entry that references a table. */
const tableMiddle: readonly Field<EptName>[] = [flag(8, 'A'), ignored(9, 11)];
const tableHigh: readonly Field<EptName>[] = [
  address(12, top),
  reserved(top + 1, 51),
  ignored(52, 63),
];

/** Bits 8 to 11 of an entry that maps a page; A and D mean nothing unless EPTP bit 6 is 1. */
const pageMiddle: readonly Field<EptName>[] = [flag(8, 'A'), flag(9, 'D'), ignored(10, 11)];
const pageHigh: readonly Field<EptName>[] = [
  reserved(top + 1, 51),
  ignored(52, 62),
  flag(63, 'SVE'),
];
const typed: readonly Field<EptName>[] = [number(3, 5, 'MT'), flag(6, 'IPAT')];

export const pml4e = layout('PML4E', 'Table 28-1', 64, [
  ...rights,
  reserved(3, 7),
  ...tableMiddle,
  ...tableHigh,
]);

export const pdptePage = layout('PDPTE, 1-GByte page', 'Table 28-2', 64, [
  ...rights,
  ...typed,
  fixed(7, 'page', 1),
  ...pageMiddle,
  reserved(12, 29),
  address(30, top),
  ...pageHigh,
]);

export const pdpte = layout('PDPTE', 'Table 28-3', 64, [
  ...rights,
  reserved(3, 6),
  fixed(7, 'page', 0),
  ...tableMiddle,
  ...tableHigh,
]);

export const pdePage = layout('PDE, 2-MByte page', 'Table 28-4', 64, [
  ...rights,
  ...typed,
  fixed(7, 'page', 1),
  ...pageMiddle,
  reserved(12, 20),
  address(21, top),
  ...pageHigh,
]);

export const pde = layout('PDE', 'Table 28-5', 64, [
  ...rights,
  reserved(3, 6),
  fixed(7, 'page', 0),
  ...tableMiddle,
  ...tableHigh,
]);

export const pte = layout('PTE', 'Table 28-6', 64, [
  ...rights,
  ...typed,
  ignored(7),
  ...pageMiddle,
  address(12, top),
  ...pageHigh,
]);
