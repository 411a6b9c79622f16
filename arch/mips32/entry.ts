import { encode } from '../layout.ts';
import type { EditRefusal, Rights } from '../page.ts';
import type { PageHalf, PagePair, TlbEntry } from '../software-tlb.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import { entryHi, entryLo, pageMask } from './layouts.ts';
import { maskOf, pageSizes } from './page-sizes.ts';
import { findSegment } from './segments.ts';

/** The rights that a page has: what is there can be read and executed. */
export const effective = (rights: Rights): Rights => ({ ...rights, read: true, execute: true });

/** C: cacheable, or uncached. Source: MD00090 8, EntryLo0 and EntryLo1 registers, cacheability. */
export const cacheability = { memory: 3, device: 2 } as const;

const loOf = (half: PageHalf | undefined, isGlobal: boolean): Word =>
  encode(entryLo, {
    address: half?.physical ?? 0,
    numbers: {
      G: Number(isGlobal),
      V: Number(half !== undefined),
      D: Number(half?.rights.write === true),
      C: half === undefined ? 0 : cacheability[half.holds],
    },
  });

/** Why a half cannot be said: users reach the pages of kuseg, all of them, and no others. */
const findRefusal = (address: Word, size: number, half: PageHalf): EditRefusal | undefined => {
  const { rights, physical } = half;
  if (!rights.read && !rights.write && !rights.execute) return 'noRights';
  if (physical % size !== 0) return 'misaligned';
  const isUsers = findSegment(address, 'user') !== undefined;
  return physical >= 2 ** 32 || rights.user !== isUsers ? 'outOfRange' : undefined;
};

/** The entry of a pair of pages, or why there is none. Source: MD00090 4, TLB organization. */
export const entryOf = ({ address, size, asid, even, odd }: PagePair): TlbEntry | EditRefusal => {
  if (!pageSizes.includes(size)) return 'size';
  const bits = Math.log2(size);
  if (field(address, 0, bits) !== 0) return 'misaligned';
  if (address.high !== 0 || findSegment(address, 'kernel') !== 'mapped') return 'outOfRange';
  const refusal = [even, odd]
    .filter((half) => half !== undefined)
    .map((half) => findRefusal(address, size, half))
    .find((one) => one !== undefined);
  if (refusal !== undefined) return refusal;
  const isGlobal = asid === 'all';
  const numbers = { ASID: isGlobal ? 0 : asid, VPN2: field(address, 13, 31) };
  return {
    entryHi: encode(entryHi, { address: 0, numbers }),
    entryLo0: loOf(even, isGlobal),
    entryLo1: loOf(odd, isGlobal),
    pageMask: encode(pageMask, { address: 0, numbers: { Mask: maskOf(bits) } }),
  };
};
