import { addressIn, encode } from '../layout.ts';
import type { Decoded } from '../layout.ts';
import { clearMemory, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { edited, refused } from '../page.ts';
import type { Edited, Page } from '../page.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import type { Visited } from './descend.ts';
import { down, hasAny, isEdited } from './editable.ts';
import type { Editable } from './editable.ts';
import { spanOf, tableBytes } from './level.ts';
import type { Level } from './level.ts';

/** An entry with an address, where the format can say it, and takes it for what it is meant to be. */
const findEntry = (
  { judge }: Editable,
  level: Level,
  kind: 'table' | 'page',
  said: Decoded<string>,
): Word | undefined => {
  const format = level[kind];
  if (format === undefined) return undefined;
  const word = encode(format, said);
  const isSaid = addressIn(format, word) === said.address && judge(level, word).kind === kind;
  return isSaid ? word : undefined;
};

interface Place {
  readonly level: Level;
  readonly entry: Word;
}

/** The level that a page belongs to, and its entry. */
const placeOf = (tables: Editable, page: Page): Place | Edited => {
  const level = tables.radix.levels.find(
    (one) => one.page !== undefined && spanOf(one) === page.size,
  );
  if (level === undefined) return refused('size');
  if (!hasAny(page.rights)) return refused('noRights');
  const isAligned =
    field(page.address, 0, level.first - 1) === 0 && page.physical % page.size === 0;
  if (!isAligned) return refused('misaligned');
  const { physical, rights, holds } = page;
  const numbers = { ...tables.rightsNumbers(rights), ...tables.cacheNumbers(holds) };
  const entry = findEntry(tables, level, 'page', { address: physical, numbers });
  return entry === undefined || !tables.accepts(page.address)
    ? refused('outOfRange')
    : { level, entry };
};

/** The table that an entry references, put there if nothing was. */
const withTable = (
  tables: Editable,
  memory: PhysicalMemory,
  { level, at }: Visited,
  frame: number,
): PhysicalMemory | Edited => {
  const { bytes, levels } = tables.radix;
  const below = levels[levels.indexOf(level) + 1];
  if (below === undefined) return refused('damaged');
  const said = { address: frame, numbers: tables.tableNumbers };
  const word = findEntry(tables, level, 'table', said);
  if (word === undefined) return refused('outOfRange');
  const cleared = clearMemory(memory, frame, tableBytes(below, bytes));
  return writeWord(cleared, at, bytes, word);
};

/** Maps a page, with tables on the way where there are none. */
export const mapPage = (
  tables: Editable,
  memory: PhysicalMemory,
  base: Word,
  page: Page,
  frames: readonly number[],
): Edited => {
  const place = placeOf(tables, page);
  if (isEdited(place)) return place;
  let next = memory;
  for (let used = 0; ; used += 1) {
    const { path, end } = down(tables, next, base, page.address);
    const last = path.at(-1);
    if (last === undefined || end.kind === 'page') return refused('occupied');
    if (end.why === 'damaged') return refused('damaged');
    if (last.level === place.level) {
      return edited(
        writeWord(next, last.at, tables.radix.bytes, place.entry),
        frames.slice(0, used),
        [],
      );
    }
    if (spanOf(last.level) < page.size) return refused('occupied');
    const frame = frames[used];
    if (frame === undefined) return refused('noFrame');
    const more = withTable(tables, next, last, frame);
    if (isEdited(more)) return more;
    next = more;
  }
};
