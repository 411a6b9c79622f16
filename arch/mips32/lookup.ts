import { addressIn, numberIn } from '../layout.ts';
import type { SoftwareTlb, TlbEntry } from '../software-tlb.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import { entryHi, entryLo } from './layouts.ts';
import { findOffsetBits } from './page-sizes.ts';

/** What a matching entry says of an address. */
export interface Match {
  readonly valid: boolean;
  /** D, which lets it be written. */
  readonly dirty: boolean;
  readonly address: number;
}

/** An entry is global if both its halves say so. */
const isGlobal = ({ entryLo0, entryLo1 }: TlbEntry): boolean =>
  numberIn(entryLo, entryLo0, 'G') === 1 && numberIn(entryLo, entryLo1, 'G') === 1;

const isOf = (entry: TlbEntry, asid: number): boolean =>
  isGlobal(entry) || numberIn(entryHi, entry.entryHi, 'ASID') === asid;

/** What an entry says of an address, if it is for it; a page size that is undefined is for none. */
const findMatch = (entry: TlbEntry, asid: number, address: Word): Match | undefined => {
  const bits = findOffsetBits(entry.pageMask);
  if (bits === undefined || !isOf(entry, asid)) return undefined;
  if (field(entry.entryHi, bits + 1, 31) !== field(address, bits + 1, 31)) return undefined;
  const half = field(address, bits, bits) === 0 ? entry.entryLo0 : entry.entryLo1;
  const frame = addressIn(entryLo, half);
  return {
    valid: numberIn(entryLo, half, 'V') === 1,
    dirty: numberIn(entryLo, half, 'D') === 1,
    address: frame - (frame % 2 ** bits) + field(address, 0, bits - 1),
  };
};

/** What all entries that match say of an address. Source: MD00090 4, TLB-based virtual address translation. */
export const matchesOf = ({ asid, entries }: SoftwareTlb, address: Word): readonly Match[] =>
  entries.flatMap((entry) => findMatch(entry, asid, address) ?? []);
