import { address, flag, ignored, layout, number } from '../layout.ts';

/** EntryHi: which pair of pages an entry is for, and of which address space. */
export const entryHi = layout('EntryHi', 'MD00090 8, EntryHi register', 32, [
  number(0, 7, 'ASID'),
  ignored(8, 12),
  number(13, 31, 'VPN2'),
]);

/** EntryLo0 and EntryLo1: the even and the odd page of the pair. */
export const entryLo = layout('EntryLo', 'MD00090 8, EntryLo0 and EntryLo1 registers', 32, [
  flag(0, 'G'),
  flag(1, 'V'),
  flag(2, 'D'),
  number(3, 5, 'C'),
  address(6, 25, 12),
  ignored(26, 31),
]);

/** PageMask: how large both pages are. */
export const pageMask = layout('PageMask', 'MD00090 8, PageMask register', 32, [
  ignored(0, 12),
  number(13, 28, 'Mask'),
  ignored(29, 31),
]);
