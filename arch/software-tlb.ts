import type { Access } from './access.ts';
import type { Layout } from './layout.ts';
import type { TlbName } from './names.ts';
import type { EditRefusal, Page, Rights } from './page.ts';
import type { Walk } from './walk.ts';
import type { Word } from './word.ts';

/** An entry of a TLB that software fills: the registers that it is written from, as the manual names them. */
export interface TlbEntry {
  readonly entryHi: Word;
  readonly entryLo0: Word;
  readonly entryLo1: Word;
  readonly pageMask: Word;
}

/** What translates: the entries, and the ASID of the address space that is current. */
export interface SoftwareTlb {
  readonly asid: number;
  readonly entries: readonly TlbEntry[];
}

/** A page in one half of an entry. */
export type PageHalf = Pick<Page, 'physical' | 'rights' | 'holds'>;

/** Two pages of one size next to each other, which one entry maps; what is absent is not valid. */
export interface PagePair {
  /** Where the even one begins. */
  readonly address: Word;
  readonly size: number;
  readonly asid: number | 'all';
  readonly even: PageHalf | undefined;
  readonly odd: PageHalf | undefined;
}

/** An MMU without tables in memory: where its TLB has no entry, software is asked to write one. */
export interface TlbFormat {
  readonly name: TlbName;
  /** Bits of an address that is translated. */
  readonly addressBits: 32;
  /** Bits of a physical address. */
  readonly physicalBits: number;
  /** Bits of an ASID. */
  readonly asidBits: number;
  /** The registers that an entry is written from. */
  readonly layouts: readonly Layout[];
  readonly walk: (tlb: SoftwareTlb, access: Access) => Walk;
  /** The entry that maps two pages, or why there is none. */
  readonly entryOf: (pair: PagePair) => TlbEntry | EditRefusal;
  /** The rights that a page has when these are asked for: no fewer, and more where the format is coarse. */
  readonly effective: (rights: Rights) => Rights;
  /** Bytes of the pages that there are, from the smallest. */
  readonly pageSizes: readonly number[];
}
