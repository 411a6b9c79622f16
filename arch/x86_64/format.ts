import type { Level } from '../radix/level.ts';
import { field, meets, ones } from '../word.ts';
import type { Word } from '../word.ts';
import { permits } from '../x86-family/access-rights.ts';
import { controlBits, physicalAddressBits } from '../x86-family/control.ts';
import { makeX86Format } from '../x86-family/format.ts';
import type { X86Parts } from '../x86-family/format.ts';
import { pde, pdePage, pdpte, pdptePage, pml4e, pte } from './layouts.ts';

const levels: readonly Level[] = [
  { name: 'PML4E', first: 39, last: 47, table: pml4e, page: undefined },
  { name: 'PDPTE', first: 30, last: 38, table: pdpte, page: pdptePage },
  { name: 'PDE', first: 21, last: 29, table: pde, page: pdePage },
  { name: 'PTE', first: 12, last: 20, table: undefined, page: pte },
];

/** Bits 63 to 47 are all equal. Source: SDM 1 3.3.7.1. */
const isCanonical = (address: Word): boolean => {
  const sign = field(address, 47, 63);
  return sign === 0 || sign === 0x1ffff;
};

/** Bits of CR3 that must be 0, with CR4.PCIDE 0. Source: SDM 3A 4.5, table 4-12. */
const reservedInBase = ones(physicalAddressBits, 63);

/** The parts of 4-level paging. */
export const x86_64Parts: X86Parts = {
  name: 'x86_64',
  bytes: 8,
  addressBits: 64,
  controlBits: controlBits(1),
  levels: () => levels,
  hasXd: true,
  bearsRights: () => true,
  isCanonical,
  rootOf: (base) => field(base, 12, physicalAddressBits - 1) * 2 ** 12,
  isLoadable: (_read, base) => !meets(base, reservedInBase),
  permits,
};

/** 4-level paging: pages of 4 KB, 2 MB and 1 GB. Source: SDM 3A 4.5; spec/arch/x86_64.md. */
export const x86_64 = makeX86Format(x86_64Parts);
