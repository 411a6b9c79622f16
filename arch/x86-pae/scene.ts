import { entriesAt } from '../known-answer.ts';

/** Bits 31:30, 29:21 and 20:12 are 2, 3 and 4; the offset is 0xabc. */
export const va = '0x80604abc';

/** The PDPTE, the PDE and the PTE of `va`, in their places; `-` leaves one out. The PDPT at 0x1020, the directory at 0x3000, the table at 0x4000. */
export const entries = entriesAt(['0x1030', '0x3018', '0x4020']);

export const base = '0x1020';
export const three = entries('0x3001', '0x4007', '0x5007');
export const used = entries('0x3001', '0x4027', '0x5027');
/** A page of the kernel alone: U/S is 0 in the PTE. */
export const kernelPage = entries('0x3001', '0x4027', '0x5023');
/** A page that is read-only: R/W is 0 in the PTE. */
export const readOnly = entries('0x3001', '0x4027', '0x5025');
/** A page with XD. */
export const noExecute = entries('0x3001', '0x4027', '0x8000000000005027');
