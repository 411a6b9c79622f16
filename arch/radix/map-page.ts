import { addressIn, encode } from '../layout.ts';
import type { Decoded, Layout } from '../layout.ts';
import { clearMemory, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { edited, refused } from '../page.ts';
import type { Edited, Page } from '../page.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import type { Visited } from './descend.ts';
import { down, hasAny, isEdited } from './editable.ts';
import type { Editable } from './editable.ts';
import { entriesOf, holdEach, writeEach } from './entries.ts';
import { pagesOf, spanOf, tableBytes } from './level.ts';
import type { Level } from './level.ts';

/** An entry with an address, where its format can say it, and it is taken for what it is meant to be. */
const findEntry = (
  { judge }: Editable,
  level: Level,
  { kind, format }: { readonly kind: 'table' | 'page'; readonly format: Layout },
  said: Decoded<string>,
): Word | undefined => {
  const word = encode(format, said);
  const isSaid = addressIn(format, word) === said.address && judge(level, word).kind === kind;
  return isSaid ? word : undefined;
};

interface Place {
  readonly level: Level;
  readonly first: number;
  readonly entry: Word;
}

/** The level that a page belongs to, and its entry. */
const placeOf = (tables: Editable, page: Page): Place | Edited => {
  const [found] = tables.radix.levels.flatMap((level) =>
    pagesOf(level)
      .filter(({ first }) => 2 ** first === page.size)
      .map((each) => ({ level, ...each })),
  );
  if (found === undefined) return refused('size');
  if (!hasAny(page.rights)) return refused('noRights');
  const { level, first, format } = found;
  const isAligned = field(page.address, 0, first - 1) === 0 && page.physical % page.size === 0;
  if (!isAligned) return refused('misaligned');
  const { physical, rights, holds } = page;
  const numbers = { ...tables.rightsNumbers(rights), ...tables.cacheNumbers(holds) };
  const said = { address: physical, numbers };
  const entry = findEntry(tables, level, { kind: 'page', format }, said);
  return entry === undefined || !tables.accepts(page.address)
    ? refused('outOfRange')
    : { level, first, entry };
};

/** Puts the entry of a page where nothing is. */
const withPage = (
  { radix: { bytes }, judge }: Editable,
  memory: PhysicalMemory,
  at: number,
  { level, first, entry }: Place,
  taken: readonly number[],
): Edited => {
  const entries = entriesOf(level, at, first, bytes);
  const isFree = holdEach(memory, entries, (word) => {
    const judged = judge(level, word);
    return judged.kind === 'stop' && judged.why === 'absent';
  });
  return isFree ? edited(writeEach(memory, entries, entry), taken, []) : refused('occupied');
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
  if (level.table === undefined || below === undefined) return refused('damaged');
  const said = { address: frame, numbers: tables.tableNumbers };
  const word = findEntry(tables, level, { kind: 'table', format: level.table }, said);
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
      return withPage(tables, next, last.at, place, frames.slice(0, used));
    }
    if (spanOf(last.level) < page.size) return refused('occupied');
    const frame = frames[used];
    if (frame === undefined) return refused('noFrame');
    const more = withTable(tables, next, last, frame);
    if (isEdited(more)) return more;
    next = more;
  }
};
