import { address, flag, ignored, layout, reserved } from '../layout.ts';
import type { Field } from '../layout.ts';
import type { EntryName } from '../x86-family/bits.ts';
import { physicalAddressBits } from '../x86-family/control.ts';
import { largePageBits, lowBits, smallPageBits, tableBits } from '../x86-family/fields.ts';

const top = physicalAddressBits - 1;

/** Bits above the address, of every entry; bits 62 to 59 hold a key where CR4.PKE is 1. */
const high: readonly Field<EntryName>[] = [reserved(top + 1, 51), ignored(52, 62), flag(63, 'XD')];

export const pml4e = layout('PML4E', 'Table 4-14', 64, [
  ...lowBits,
  ignored(6),
  reserved(7),
  ignored(8, 11),
  address(12, top),
  ...high,
]);

export const pdptePage = layout('PDPTE, 1-GByte page', 'Table 4-15', 64, [
  ...lowBits,
  ...largePageBits,
  reserved(13, 29),
  address(30, top),
  ...high,
]);

export const pdpte = layout('PDPTE', 'Table 4-16', 64, [
  ...lowBits,
  ...tableBits,
  address(12, top),
  ...high,
]);

export const pdePage = layout('PDE, 2-MByte page', 'Table 4-17', 64, [
  ...lowBits,
  ...largePageBits,
  reserved(13, 20),
  address(21, top),
  ...high,
]);

export const pde = layout('PDE', 'Table 4-18', 64, [
  ...lowBits,
  ...tableBits,
  address(12, top),
  ...high,
]);

export const pte = layout('PTE', 'Table 4-19', 64, [
  ...lowBits,
  ...smallPageBits,
  address(12, top),
  ...high,
]);
