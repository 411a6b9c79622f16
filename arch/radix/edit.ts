import { addressIn, encode, withNumbers } from '../layout.ts';
import type { Decoded, Layout } from '../layout.ts';
import type { Mmu } from '../format.ts';
import { clearMemory, reading, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { edited, refused } from '../page.ts';
import type { Cacheability, Edited, Page, Rights } from '../page.ts';
import { field, isZero, zero } from '../word.ts';
import type { Word } from '../word.ts';
import { descend } from './descend.ts';
import type { Descent, Judge, Visited } from './descend.ts';
import { spanOf, tableBytes } from './level.ts';
import type { Level, Radix } from './level.ts';

type Numbers = Readonly<Record<string, number>>;

/** What editing asks of a format of tables. */
export interface Editable {
  readonly radix: Radix;
  /** `absent`: nothing is there, and an entry may be put there. */
  readonly judge: Judge<'absent' | 'damaged'>;
  readonly rootOf: (base: Word) => number;
  /** Has the format bits for a virtual address? */
  readonly accepts: (address: Word) => boolean;
  /** What an entry says that references a table: all rights, so that the page decides. */
  readonly tableNumbers: Numbers;
  readonly rightsNumbers: (rights: Rights) => Numbers;
  readonly cacheNumbers: (holds: Cacheability) => Numbers;
}

const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

/** Walks down as the format does; tables that lie where no memory answers are damaged ones. */
const down = (
  { radix, rootOf, judge }: Editable,
  memory: PhysicalMemory,
  base: Word,
  address: Word,
): Descent<'absent' | 'damaged'> => {
  const descent = descend(reading(memory, radix.bytes), rootOf(base), radix, judge, address);
  return descent.path.every(({ isAnswered }) => isAnswered)
    ? descent
    : { path: descent.path, end: { kind: 'stop', why: 'damaged' } };
};

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
  if (level?.page === undefined) return refused('size');
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

const isEdited = (value: object): value is Edited => 'kind' in value;

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
  readonly entry: Visited;
  readonly format: Layout;
}

/** The entry of the page that begins at an address. */
const pageAt = (
  tables: Editable,
  { path, end }: Descent<'absent' | 'damaged'>,
  address: Word,
): Found | Edited => {
  const entry = path.at(-1);
  if (!tables.accepts(address)) return refused('outOfRange');
  if (entry?.level.page === undefined || end.kind === 'stop') {
    return refused(end.kind === 'stop' && end.why === 'damaged' ? 'damaged' : 'notMapped');
  }
  if (field(address, 0, entry.level.first - 1) !== 0) return refused('misaligned');
  return { entry, format: entry.level.page };
};

/** Unmaps the page that begins at an address, and takes away tables that are empty then. */
const unmapPage = (tables: Editable, memory: PhysicalMemory, base: Word, address: Word): Edited => {
  const descent = down(tables, memory, base, address);
  const found = pageAt(tables, descent, address);
  if (isEdited(found)) return found;
  const without = writeWord(memory, found.entry.at, tables.radix.bytes, zero);
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
  const found = pageAt(tables, down(tables, memory, base, address), address);
  if (isEdited(found)) return found;
  const { at, word } = found.entry;
  const next = withNumbers(found.format, word, tables.rightsNumbers(rights));
  return edited(writeWord(memory, at, tables.radix.bytes, next), [], []);
};

/** The edits of tables of a format. */
export const editing = (tables: Editable): Pick<Mmu, 'map' | 'unmap' | 'protect'> => ({
  map: (memory, base, page, frames) => mapPage(tables, memory, base, page, frames),
  unmap: (memory, base, address) => unmapPage(tables, memory, base, address),
  protect: (memory, base, address, rights) => protectPage(tables, memory, base, address, rights),
});
