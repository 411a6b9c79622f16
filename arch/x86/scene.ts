import { entriesAt } from '../known-answer.ts';

/** Bits 31:22 and 21:12 are 3 and 4; the offset is 0xabc. */
export const va = '0xc04abc';

/** The PDE and the PTE of `va`, in their places; `-` leaves one out. The directory at 0x1000, the table at 0x2000. */
export const entries = entriesAt(['0x100c', '0x2010']);

export const base = '0x1000';
export const two = entries('0x2007', '0x5007');
export const used = entries('0x2027', '0x5027');
/** A page of the kernel alone: U/S is 0 in the PTE. */
export const kernelPage = entries('0x2027', '0x5023');
/** A page that is read-only: R/W is 0 in the PTE. */
export const readOnly = entries('0x2027', '0x5025');
