import { isInputSize, outputBitsOf } from '../../arm-long/sizes.ts';
import { addressIn } from '../../layout.ts';
import { zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import { numberOfRecord } from '../record.ts';
import { cdLayouts } from './layouts.ts';
import { effectiveSize } from './stream.ts';

type CdName =
  | ('T0SZ' | 'TG0' | 'EPD0' | 'ENDI' | 'EPD1' | 'V' | 'IPS' | 'AFFD' | 'TBI0' | 'AA64')
  | ('HD' | 'HA' | 'S' | 'R' | 'ASID');

/** A number of a context descriptor. */
export const inCd = (words: readonly Word[], name: CdName): number =>
  numberOfRecord<string>(cdLayouts, words, name);

export const firstRootOf = (words: readonly Word[]): number =>
  addressIn(cdLayouts[1], words[1] ?? zero);

/** Is what is said of TTB0 nothing that hardware can do? It is asked only where EPD0 is 0. */
const isBadTable = (words: readonly Word[]): boolean =>
  inCd(words, 'TG0') !== 0 ||
  !isInputSize(inCd(words, 'T0SZ')) ||
  firstRootOf(words) >= 2 ** outputBitsOf(effectiveSize(inCd(words, 'IPS')));

/**
 * Is a context descriptor no good one? EPD1 0 is none here, as TTB1 is not modelled.
 *
 * Source: IHI 0070 5.4; HA and HD without HTTU, S without stalling are ILLEGAL.
 */
export const isBadCd = (words: readonly Word[]): boolean =>
  inCd(words, 'V') === 0 ||
  inCd(words, 'AA64') === 0 ||
  inCd(words, 'EPD1') === 0 ||
  inCd(words, 'ENDI') === 1 ||
  inCd(words, 'HA') + inCd(words, 'HD') + inCd(words, 'S') !== 0 ||
  (inCd(words, 'EPD0') === 0 && isBadTable(words));
