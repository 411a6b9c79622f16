import { Defect } from '../../model/defect.ts';
import { address, encode, fixed, ignored, layout } from '../layout.ts';
import type { ReadWord } from '../memory.ts';
import type { Mmu } from '../format.ts';
import type { Cacheability, Rights } from '../page.ts';
import { refused } from '../page.ts';
import { descend } from '../radix/descend.ts';
import { editing } from '../radix/edit.ts';
import type { Editable } from '../radix/editable.ts';
import type { Level } from '../radix/level.ts';
import type { TlbEntry } from '../software-tlb.ts';
import { field, isSet, withBit, wordOf, zero } from '../word.ts';
import type { Word } from '../word.ts';
import { cacheability } from './entry.ts';
import { entryHi, entryLo } from './layouts.ts';

/** An entry of the directory: where a table lies. The system's own: no hardware reads it. */
const directory = layout("Directory, the system's own", 'spec/arch/machine.md', 32, [
  fixed(0, 'there', 1),
  ignored(1, 11),
  address(12, 31),
]);

/**
 * Two levels of tables of 4 KB that the system keeps for MIPS32, as the hardware has none. The entry of a page is
 * the word that the refill handler writes to EntryLo0 or EntryLo1.
 */
const levels: readonly Level[] = [
  { name: 'Directory', first: 22, last: 31, table: directory, page: undefined },
  { name: 'Table', first: 12, last: 21, table: undefined, page: entryLo },
];

const validAt = 1;

const tables: Editable = {
  radix: { bytes: 4, levels, nobody: { why: 'damaged' } },
  judge: ({ table }, word) => {
    if (table !== undefined)
      return isSet(word, 0) ? { kind: 'table', format: table } : { kind: 'stop', why: 'absent' };
    return isSet(word, validAt)
      ? { kind: 'page', format: entryLo }
      : { kind: 'stop', why: 'absent' };
  },
  rootOf: ({ low }) => low,
  accepts: ({ high }) => high === 0,
  tableNumbers: {},
  rightsNumbers: ({ write }: Rights) => ({ V: 1, D: Number(write) }),
  cacheNumbers: (holds: Cacheability) => ({ C: cacheability[holds] }),
};

const { map, unmap, protect } = editing(tables);

/** Edits of the system's tables. Refuses: pages of the kernel, as users reach all of kuseg (spec/arch/differences.md). */
export const osTables: Pick<Mmu, 'map' | 'unmap' | 'protect'> = {
  map: (memory, base, page, frames) =>
    page.rights.user ? map(memory, base, page, frames) : refused('outOfRange'),
  unmap,
  protect: (memory, base, at, rights) =>
    rights.user ? protect(memory, base, at, rights) : refused('outOfRange'),
};

/** The entry of a page, zero where none is. */
const loOf = (read: ReadWord, base: Word, at: Word): Word => {
  const last = descend(read, base.low, tables.radix, tables.judge, at).path.at(-1);
  if (last === undefined) throw new Defect('tables without a level');
  return last.format === entryLo ? last.word : zero;
};

const pageBit = 12;

/**
 * What the refill handler writes into the TLB for an address: the pair of pages that it lies in, of 4 KB, for one
 * address space; a page that is not mapped is not valid.
 *
 * Source: MD00090 4, TLB-based virtual address translation; 5, TLB refill.
 */
export const refill = (read: ReadWord, base: Word, at: Word, asid: number): TlbEntry => {
  const even = wordOf(0, at.low - (at.low % 2 ** (pageBit + 1)));
  return {
    entryHi: encode(entryHi, { address: 0, numbers: { ASID: asid, VPN2: field(at, 13, 31) } }),
    entryLo0: loOf(read, base, even),
    entryLo1: loOf(read, base, withBit(even, pageBit)),
    pageMask: zero,
  };
};
