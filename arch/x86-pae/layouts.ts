import { address, flag, ignored, layout, reserved } from '../layout.ts';
import type { Field } from '../layout.ts';
import type { EntryName } from '../x86-family/bits.ts';
import { physicalAddressBits } from '../x86-family/control.ts';
import { largePageBits, lowBits, smallPageBits, tableBits } from '../x86-family/fields.ts';

const top = physicalAddressBits - 1;

/** Bits above the address of PDEs and PTEs: unlike those of 4-level paging, 62:52 are reserved. */
const high: readonly Field<EntryName>[] = [reserved(top + 1, 62), flag(63, 'XD')];

/** An entry without rights and accessed bit: it is read when CR3 is loaded. */
export const pdpte = layout('PDPTE', 'Table 4-8', 64, [
  flag(0, 'P'),
  reserved(1, 2),
  flag(3, 'PWT'),
  flag(4, 'PCD'),
  reserved(5, 8),
  ignored(9, 11),
  address(12, top),
  reserved(top + 1, 63),
]);

export const pdePage = layout('PDE, 2-MByte page', 'Table 4-9', 64, [
  ...lowBits,
  ...largePageBits,
  reserved(13, 20),
  address(21, top),
  ...high,
]);

export const pde = layout('PDE', 'Table 4-10', 64, [
  ...lowBits,
  ...tableBits,
  address(12, top),
  ...high,
]);

export const pte = layout('PTE', 'Table 4-11', 64, [
  ...lowBits,
  ...smallPageBits,
  address(12, top),
  ...high,
]);
