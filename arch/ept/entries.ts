import type { Judge } from '../radix/descend.ts';
import type { Level } from '../radix/level.ts';
import { field, isSet, meets } from '../word.ts';
import type { Word } from '../word.ts';
import { formatOf } from '../x86-family/judge.ts';
import { pde, pdePage, pdpte, pdptePage, pml4e, pte } from './layouts.ts';

export const entryBits = { read: 0, write: 1, execute: 2, accessed: 8, dirty: 9 } as const;

export const levels: readonly Level[] = [
  { name: 'PML4E', first: 39, last: 47, table: pml4e, page: undefined },
  { name: 'PDPTE', first: 30, last: 38, table: pdpte, page: pdptePage },
  { name: 'PDE', first: 21, last: 29, table: pde, page: pdePage },
  { name: 'PTE', first: 12, last: 20, table: undefined, page: pte },
];

/** Memory types that there are: uncacheable and write-back are what editing uses. Source: SDM 3A table 11-2. */
export const memoryTypes = { uncacheable: 0, writeBack: 6 } as const;

/** Source: SDM 3C 28.2.3.1: the values 2, 3 and 7 of bits 5:3 are reserved. */
const isReservedType = (word: Word): boolean => [2, 3, 7].includes(field(word, 3, 5));

/** Writable and not readable is no right that there is. Execution alone is one, on the processors modelled. */
const isWriteOnly = (word: Word): boolean =>
  isSet(word, entryBits.write) && !isSet(word, entryBits.read);

/**
 * What an entry is. It is present if it has any right.
 *
 * Source: SDM 3C 28.2.3.1 and 28.2.3.3, step 1.
 */
export const judge: Judge<'notPresent' | 'misconfigured'> = (level, word) => {
  if (field(word, 0, 2) === 0) return { kind: 'stop', why: 'notPresent' };
  const found = formatOf(level, word);
  const isMisconfigured =
    isWriteOnly(word) ||
    meets(word, found.format.reserved) ||
    (found.kind === 'page' && isReservedType(word));
  return isMisconfigured ? { kind: 'stop', why: 'misconfigured' } : found;
};
