import type { ReadWord } from '../memory.ts';
import type { Level } from '../radix/level.ts';
import { field, isSet, meets } from '../word.ts';
import type { Word } from '../word.ts';
import { permits } from '../x86-family/access-rights.ts';
import { entryBits } from '../x86-family/bits.ts';
import { controlBits } from '../x86-family/control.ts';
import { makeX86Format } from '../x86-family/format.ts';
import type { X86Parts } from '../x86-family/format.ts';
import { pde, pdePage, pdpte, pte } from './layouts.ts';

/** Four entries, which the processor keeps in registers. */
const pointers: Level = { name: 'PDPTE', first: 30, last: 31, table: pdpte, page: undefined };

const levels: readonly Level[] = [
  pointers,
  { name: 'PDE', first: 21, last: 29, table: pde, page: pdePage },
  { name: 'PTE', first: 12, last: 20, table: undefined, page: pte },
];

/** Bits 31:5 of CR3. Source: SDM 3A 4.4.1, table 4-7. */
const rootOf = (base: Word): number => field(base, 5, 31) * 2 ** 5;

/** CR3 is loaded only if none of the four entries is present and has a reserved bit set. Source: SDM 3A 4.4.1. */
const isLoadable = (read: ReadWord, base: Word): boolean =>
  [0, 8, 16, 24].every((offset) => {
    const word = read(rootOf(base) + offset);
    return word === undefined || !isSet(word, entryBits.present) || !meets(word, pdpte.reserved);
  });

/** The parts of PAE paging. */
export const x86PaeParts: X86Parts = {
  name: 'x86-pae',
  bytes: 8,
  addressBits: 32,
  controlBits: controlBits(1),
  levels: () => levels,
  hasXd: true,
  bearsRights: (level) => level !== pointers,
  isCanonical: () => true,
  rootOf,
  isLoadable,
  permits,
};

/** PAE paging: pages of 4 KB and 2 MB. Source: SDM 3A 4.4; spec/arch/x86-pae.md. */
export const x86Pae = makeX86Format(x86PaeParts);
