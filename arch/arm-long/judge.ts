import type { Judge } from '../radix/descend.ts';
import { field, isSet } from '../word.ts';
import type { Word } from '../word.ts';
import { descriptorBits } from './bits.ts';

/** Bits of the addresses that tables may give, and the highest bit that they have room for. */
export interface OutputSize {
  readonly bits: number;
  readonly top: number;
}

/** Has the address in a descriptor, or in a table base, no more bits than may be given? */
export const fits = (word: Word, { bits, top }: OutputSize): boolean =>
  bits > top || field(word, bits, top) === 0;

/**
 * What a descriptor is: invalid, a reference to a table, a block or a page; and whether its address is
 * one that may be given. Blocks where there are none, and the reserved encoding of level 3, are
 * invalid.
 *
 * Source: DDI 0487 D4.3.1, D4.3.2 and D4.2.10: validity is looked at before the address.
 */
export const judgeBy =
  (output: OutputSize): Judge<'notPresent' | 'addressSize'> =>
  ({ table, page }, word) => {
    const isTyped = isSet(word, descriptorBits.type);
    const kind = isTyped && table !== undefined ? 'table' : 'page';
    const format = kind === 'table' ? table : page;
    const isValid =
      isSet(word, descriptorBits.valid) && (isTyped || table !== undefined) && format !== undefined;
    if (!isValid) return { kind: 'stop', why: 'notPresent' };
    return fits(word, output) ? { kind, format } : { kind: 'stop', why: 'addressSize' };
  };
