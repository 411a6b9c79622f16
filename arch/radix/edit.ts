import type { Mmu } from '../format.ts';
import { addressIn, withNumbers } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { reading, writeWord } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { edited, refused } from '../page.ts';
import type { Edited, Rights } from '../page.ts';
import { field, isZero, zero } from '../word.ts';
import type { Word } from '../word.ts';
import type { Descent, Visited } from './descend.ts';
import { down, hasAny, isEdited } from './editable.ts';
import type { Editable } from './editable.ts';
import { tableBytes } from './level.ts';
import type { Level } from './level.ts';
import { mapPage } from './map-page.ts';

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
