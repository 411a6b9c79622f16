import { addressIn, withNumbers } from '../layout.ts';
import type { Layout } from '../layout.ts';
import type { Mmu } from '../format.ts';
import { clearMemory, reading, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { edited, refused } from '../page.ts';
import type { Edited, Page, Rights } from '../page.ts';
import { field, isEqual, isZero, zero } from '../word.ts';
import type { Word } from '../word.ts';
import { descend } from './descend.ts';
import type { Descent, Visited } from './descend.ts';
import { entriesOf, holdEach, writeEach } from './entries.ts';
import type { Entries } from './entries.ts';
import { spanOf, tableBytes } from './level.ts';
import type { Level, Radix } from './level.ts';
import { findEntry, hasAny, isEdited, placeOf } from './place.ts';
import type { Mappable, Numbers, Place } from './place.ts';

/** What editing asks of a format of tables. */
export interface Editable extends Mappable {
  readonly radix: Radix<'absent' | 'damaged'>;
  readonly rootOf: (base: Word) => number;
  /** What an entry says that references a table: all rights, so that the page decides. */
  readonly tableNumbers: Numbers;
}

const down = (tables: Editable, memory: PhysicalMemory, base: Word, address: Word) =>
  descend(
    reading(memory, tables.radix.bytes),
    tables.rootOf(base),
    tables.radix,
    tables.judge,
    address,
  );

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
const mapPage = (
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

const isEmpty = (
  { radix: { bytes } }: Editable,
  memory: PhysicalMemory,
  table: number,
  level: Level,
): boolean => {
  const read = reading(memory, bytes);
  for (let at = table; at < table + tableBytes(level, bytes); at += bytes) {
    if (!isZero(read(at) ?? zero)) return false;
  }
  return true;
};

/** Takes away the tables of a path, from below, that hold nothing any more; never the root. */
const pruned = (
  tables: Editable,
  memory: PhysicalMemory,
  path: readonly Visited[],
): readonly [PhysicalMemory, readonly number[]] => {
  const freed: number[] = [];
  let next = memory;
  for (const [index, { level, at, word }] of [...path.entries()].reverse()) {
    const below = path[index + 1];
    if (below === undefined || level.table === undefined) continue;
    const table = addressIn(level.table, word);
    if (!isEmpty(tables, next, table, below.level)) break;
    next = writeWord(next, at, tables.radix.bytes, zero);
    freed.push(table);
  }
  return [next, freed];
};

interface Found {
  readonly entries: Entries;
  readonly word: Word;
  readonly format: Layout;
}

/** The entry of the page that begins at an address. */
const pageAt = (
  tables: Editable,
  memory: PhysicalMemory,
  { path, end }: Descent<'absent' | 'damaged'>,
  address: Word,
): Found | Edited => {
  const entry = path.at(-1);
  if (!tables.accepts(address)) return refused('outOfRange');
  if (entry?.format === undefined || end.kind === 'stop') {
    return refused(end.kind === 'stop' && end.why === 'damaged' ? 'damaged' : 'notMapped');
  }
  if (field(address, 0, end.first - 1) !== 0) return refused('misaligned');
  const { level, at, word, format } = entry;
  const entries = entriesOf(level, at, end.first, tables.radix.bytes);
  const areSame = holdEach(memory, entries, (one) => isEqual(one, word));
  return areSame ? { entries, word, format } : refused('damaged');
};

/** Unmaps the page that begins at an address, and takes away tables that are empty then. */
const unmapPage = (tables: Editable, memory: PhysicalMemory, base: Word, address: Word): Edited => {
  const descent = down(tables, memory, base, address);
  const found = pageAt(tables, memory, descent, address);
  if (isEdited(found)) return found;
  const without = writeEach(memory, found.entries, zero);
  const [next, freed] = pruned(tables, without, descent.path);
  return edited(next, [], freed);
};

/** Gives the page that begins at an address other rights; all else of its entry stays. */
const protectPage = (
  tables: Editable,
  memory: PhysicalMemory,
  base: Word,
  address: Word,
  rights: Rights,
): Edited => {
  if (!hasAny(rights)) return refused('noRights');
  const found = pageAt(tables, memory, down(tables, memory, base, address), address);
  if (isEdited(found)) return found;
  const { entries, word, format } = found;
  const next = withNumbers(format, word, tables.rightsNumbers(rights));
  return edited(writeEach(memory, entries, next), [], []);
};

/** The edits of tables of a format. */
export const editing = (tables: Editable): Pick<Mmu, 'map' | 'unmap' | 'protect'> => ({
  map: (memory, base, page, frames) => mapPage(tables, memory, base, page, frames),
  unmap: (memory, base, address) => unmapPage(tables, memory, base, address),
  protect: (memory, base, address, rights) => protectPage(tables, memory, base, address, rights),
});
