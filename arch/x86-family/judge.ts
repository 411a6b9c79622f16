import type { Layout } from '../layout.ts';
import type { Judge } from '../radix/descend.ts';
import type { Level } from '../radix/level.ts';
import { Defect } from '../../model/defect.ts';
import { isSet, meets } from '../word.ts';
import type { Word } from '../word.ts';
import { entryBits } from './bits.ts';

/** What a present entry of a level is, by its bit 7 where a level has both tables and pages. */
export const formatOf = (
  { table, page, name }: Level,
  word: Word,
): { readonly kind: 'table' | 'page'; readonly format: Layout } => {
  if (page !== undefined && (table === undefined || isSet(word, entryBits.pageSize))) {
    return { kind: 'page', format: page };
  }
  if (table !== undefined) return { kind: 'table', format: table };
  throw new Defect(`the level ${name} has no entries`);
};

/**
 * What an entry is: not present, with a reserved bit set, a reference to a table or a page.
 *
 * Source: SDM 3A 4.3, 4.4.2 and 4.5: reserved bits count only in entries that are present, and bit 63
 * is one of them where IA32_EFER.NXE is 0.
 */
export const judgeBy =
  (hasXd: boolean): Judge<'notPresent' | 'reserved'> =>
  (level, word) => {
    if (!isSet(word, entryBits.present)) return { kind: 'stop', why: 'notPresent' };
    const found = formatOf(level, word);
    const isReserved =
      meets(word, found.format.reserved) || (!hasXd && isSet(word, entryBits.executeDisable));
    return isReserved ? { kind: 'stop', why: 'reserved' } : found;
  };
