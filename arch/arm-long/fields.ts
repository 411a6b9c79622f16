import { address, fixed, flag, ignored, layout, number } from '../layout.ts';
import type { Field, Layout } from '../layout.ts';
import type { Cacheability } from '../page.ts';
import { firstBit } from './levels.ts';
import type { Descriptors } from './levels.ts';

/**
 * The fields of a format's descriptors, from bit 0 up without a gap.
 *
 * Shape: bits that the manual has as RES0, SBZ or IGNORED mean nothing to hardware here: all are
 *        `ignored`. `top` is the highest bit of an address.
 */
export interface DescriptorFields<Name extends string> {
  readonly top: number;
  /** Bits `top + 1` to 63 of a reference to a table. */
  readonly tableHigh: readonly Field<Name>[];
  /** Bits 2 to 11 of a block or page. */
  readonly low: readonly Field<Name>[];
  /** Bits `top + 1` to 63 of a block or page. */
  readonly high: readonly Field<Name>[];
  readonly sources: { readonly upper: string; readonly page: string };
}

const sizes = { 1: '1 GB', 2: '2 MB' } as const;

/** Source: DDI 0487 D4.3.1 and D4.3.2, figures D4-16 and D4-17; DDI 0406C B3.6.1. */
export const descriptorsOf = <Name extends string>(fields: DescriptorFields<Name>): Descriptors => {
  const { top, tableHigh, low, high, sources } = fields;
  const block = (level: 1 | 2): Layout => {
    const first = firstBit(level);
    return layout(`level ${String(level)} block, ${sizes[level]}`, sources.upper, 64, [
      fixed(0, 'valid', 1),
      fixed(1, 'type', 0),
      ...low,
      ignored(12, first - 1),
      address(first, top),
      ...high,
    ]);
  };
  return {
    table: layout('table', sources.upper, 64, [
      fixed(0, 'valid', 1),
      fixed(1, 'type', 1),
      ignored(2, 11),
      address(12, top),
      ...tableHigh,
    ]),
    blocks: { 1: block(1), 2: block(2) },
    page: layout('level 3 page', sources.page, 64, [
      fixed(0, 'valid', 1),
      fixed(1, 'type', 1),
      ...low,
      address(12, top),
      ...high,
    ]),
  };
};

/** Bits 8 to 10 of every block and page: shareability, and the access flag. */
export const shareable = [number(8, 9, 'SH'), flag(10, 'AF')] as const;

/** Inner Shareable. Source: DDI 0487 D4.4.2: Shareability; DDI 0406C B3.8: Shareability, Long-descriptor format. */
export const innerShareable = 3;

/**
 * What a page of a first stage says of caches: attributes 0 and 1 of MAIR are write-back memory and
 * Device memory. Pages are not global: each belongs to the address space of its ASID.
 */
export const firstStageCache = (holds: Cacheability) => ({
  AttrIndx: holds === 'device' ? 1 : 0,
  SH: innerShareable,
  nG: 1,
});
