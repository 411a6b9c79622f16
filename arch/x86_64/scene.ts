import { entriesAt } from '../known-answer.ts';

/** Bits 47:39, 38:30, 29:21 and 20:12 are 1, 2, 3 and 4; the offset is 0xabc. */
export const va = '0x8080604abc';

/** The entries of `va` from the PML4E down, in their places; `-` leaves one out. Tables at 0x1000, 0x2000, 0x3000 and 0x4000. */
export const entries = entriesAt(['0x1008', '0x2010', '0x3018', '0x4020']);

export const base = '0x1000';
export const four = entries('0x2007', '0x3007', '0x4007', '0x5007');
export const used = entries('0x2027', '0x3027', '0x4027', '0x5027');
/** A kernel's page: U/S is 0 in the PTE. */
export const kernelPage = entries('0x2027', '0x3027', '0x4027', '0x5023');
/** A page that is read-only: R/W is 0 in the PTE. */
export const readOnly = entries('0x2027', '0x3027', '0x4027', '0x5025');
