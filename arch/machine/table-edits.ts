import { Defect } from '../../model/defect.ts';
import type { Mmu } from '../format.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited } from '../page.ts';
import { wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';
import type { Cached, EditedSpace, Space, Translator } from './translator.ts';

/** A space whose translations are tables in memory. */
export type Tables = Extract<Space, { readonly kind: 'tables' }>;

/** Throws: `Defect`, for a space of the abstract machine. */
export const tablesOf = (space: Space): Tables => {
  if (space.kind !== 'tables') throw new Defect('a machine of tables has no maps');
  return space;
};

/** What editing asks of a kind of tables. */
export interface TableParts {
  readonly pageBytes: number;
  readonly addressEnd: number;
  readonly edits: Pick<Mmu, 'map' | 'unmap' | 'protect'>;
  readonly baseOf: (root: number) => Word;
  /**
   * What a core may hold of the page at an address, although it has not walked to it, that an edit takes away or
   * changes. Shape: `freed` are the tables that the edit takes away, from below.
   */
  readonly heldOf: (
    memory: PhysicalMemory,
    space: Tables,
    number: number,
    address: number,
    freed: readonly number[],
  ) => readonly Cached[];
}

const sorted = (frames: readonly number[]): readonly number[] =>
  [...frames].sort((one, other) => one - other);

/** The space with the frames for tables that an edit has taken, and those that it has left. */
const withFrames = (
  space: Tables,
  { taken, freed }: Extract<Edited, { kind: 'edited' }>,
): Tables =>
  taken.length === 0 && freed.length === 0
    ? space
    : {
        ...space,
        free: space.free.filter((frame) => !taken.includes(frame)),
        retired: sorted([...space.retired, ...freed]),
      };

/**
 * Opens and edits spaces of tables. Frames for tables are taken from those that are free, the lowest first; those
 * that an edit leaves are retired, and hold zeros.
 */
export const editsOf = (
  parts: TableParts,
): Pick<Translator, 'open' | 'map' | 'unmap' | 'protect'> => {
  const { edits, baseOf, addressEnd, pageBytes } = parts;
  const changed = (
    memory: PhysicalMemory,
    old: Space,
    number: number,
    address: number,
    edit: (base: Word) => Edited,
  ): ReturnType<Translator['unmap']> => {
    const space = tablesOf(old);
    if (address >= addressEnd) return 'notMapped';
    const done = edit(baseOf(space.root));
    if (done.kind === 'refused') return done.because;
    const stale = parts.heldOf(memory, space, number, address, done.freed);
    const after: EditedSpace = { memory: done.memory, space: withFrames(space, done), stale };
    return after;
  };
  return {
    open: (root, free) => ({ kind: 'tables', root, free, retired: [] }),
    map: (memory, old, _number, { address, physical, rights, holds }) => {
      const space = tablesOf(old);
      if (address >= addressEnd) return 'outOfRange';
      const page = { address: wordOfNumber(address), physical, size: pageBytes, rights, holds };
      const done = edits.map(memory, baseOf(space.root), page, space.free);
      if (done.kind === 'refused') return done.because;
      return { memory: done.memory, space: withFrames(space, done), stale: [] };
    },
    unmap: (memory, space, number, address) =>
      changed(memory, space, number, address, (base) =>
        edits.unmap(memory, base, wordOfNumber(address)),
      ),
    protect: (memory, space, number, address, rights) =>
      changed(memory, space, number, address, (base) =>
        edits.protect(memory, base, wordOfNumber(address), rights),
      ),
  };
};
