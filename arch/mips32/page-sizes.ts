import { numberIn } from '../layout.ts';
import type { Word } from '../word.ts';
import { pageMask } from './layouts.ts';

/** Bits of the offset in a page, from 4 KB to 256 MB by factors of 4. */
const offsetBits = [12, 14, 16, 18, 20, 22, 24, 26, 28];

/** The value of PageMask.Mask for pages with so many bits of an offset. */
export const maskOf = (bits: number): number => 2 ** (bits - 12) - 1;

/**
 * The bits of the offset in the pages of an entry; any value of PageMask that is not in the table is undefined.
 *
 * Source: MD00090 8, PageMask register, values for page sizes.
 */
export const findOffsetBits = (mask: Word): number | undefined =>
  offsetBits.find((bits) => maskOf(bits) === numberIn(pageMask, mask, 'Mask'));

/** Bytes of the pages that there are, from the smallest. */
export const pageSizes: readonly number[] = offsetBits.map((bits) => 2 ** bits);
