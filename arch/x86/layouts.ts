import { address, ignored, layout, reserved } from '../layout.ts';
import { largePageBits, lowBits, smallPageBits, tableBits } from '../x86-family/fields.ts';

/** Bits 20:13 hold bits 39:32 of the address: PSE-36, with MAXPHYADDR 40. */
export const pdePage = layout('PDE, 4-MByte page', 'Table 4-4', 32, [
  ...lowBits,
  ...largePageBits,
  address(13, 20, 32),
  reserved(21),
  address(22, 31),
]);

export const pde = layout('PDE', 'Table 4-5', 32, [...lowBits, ...tableBits, address(12, 31)]);

/** With CR4.PSE 0 bit 7 says nothing. */
export const pdeWithoutPse = layout('PDE, CR4.PSE 0', 'Table 4-5', 32, [
  ...lowBits,
  ignored(6, 11),
  address(12, 31),
]);

export const pte = layout('PTE', 'Table 4-6', 32, [...lowBits, ...smallPageBits, address(12, 31)]);
