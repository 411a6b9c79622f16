import type { Judge } from '../../radix/descend.ts';
import type { Level } from '../../radix/level.ts';
import { field, isSet, meets } from '../../word.ts';
import type { VtdControl } from './control.ts';
import { pde, pdePage, pdpe, pdpePage, pml4e, pml5e, pte } from './layouts.ts';

export const entryBits = { read: 0, write: 1, pageSize: 7 } as const;

/** The levels of so many, from the root down, with the super pages that there are. Source: D51397 3.7, 9.8. */
export const levelsOf = (count: number, { sllps }: VtdControl): readonly Level[] => {
  const all: readonly Level[] = [
    { name: 'SL-PML5E', first: 48, last: 56, table: pml5e, page: undefined },
    { name: 'SL-PML4E', first: 39, last: 47, table: pml4e, page: undefined },
    { name: 'SL-PDPE', first: 30, last: 38, table: pdpe, page: sllps & 2 ? pdpePage : undefined },
    { name: 'SL-PDE', first: 21, last: 29, table: pde, page: sllps & 1 ? pdePage : undefined },
    { name: 'SL-PTE', first: 12, last: 20, table: undefined, page: pte },
  ];
  return all.slice(5 - count);
};

/**
 * What an entry is: present if it may be read or written. PS where there is no super page is a bit that
 * is reserved.
 *
 * Source: D51397 3.7.1, 9.8; appendix A: Ch.
 */
export const judge: Judge<'notPresent' | 'reserved'> = (level, word) => {
  if (field(word, 0, 1) === 0) return { kind: 'stop', why: 'notPresent' };
  const isPage = level.table === undefined || isSet(word, entryBits.pageSize);
  const format = isPage ? level.page : level.table;
  if (format === undefined || meets(word, format.reserved))
    return { kind: 'stop', why: 'reserved' };
  return { kind: isPage ? 'page' : 'table', format };
};
