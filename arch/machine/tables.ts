import { Defect } from '../../model/defect.ts';
import type { Format, Mmu } from '../format.ts';
import { reading, writeWord } from '../memory.ts';
import type { PhysicalMemory, ReadWord } from '../memory.ts';
import type { Update, Walk } from '../walk.ts';
import { wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';
import { heldOfWalk } from './held.ts';
import { named, pageBytes } from './named.ts';
import { readingHeld, seeing } from './seen.ts';
import type { SeenWalk } from './seen.ts';
import type { ProgramSettings } from './settings.ts';
import { editsOf, tablesOf } from './table-edits.ts';
import type { TableParts, Tables } from './table-edits.ts';
import type { Cached, SpaceAccess, Translator } from './translator.ts';

/** A format with the settings of a kernel, and how its root is named. */
interface Walker {
  readonly mmu: Mmu;
  readonly bytes: 4 | 8;
  readonly addressBits: number;
  readonly baseOf: (root: number) => Word;
}

const walkOf = (
  walker: Walker,
  read: ReadWord,
  { root }: Tables,
  { address, kind }: Pick<SpaceAccess, 'address' | 'kind'>,
): Walk =>
  walker.mmu.walk(read, walker.baseOf(root), {
    address: named(address, walker.addressBits),
    kind,
    privilege: 'user',
  });

const updated = (
  memory: PhysicalMemory,
  bytes: 4 | 8,
  updates: readonly Update[],
): PhysicalMemory =>
  updates.reduce((now, { address, word }) => writeWord(now, address, bytes, word), memory);

/**
 * What a walk ahead of any access sees: a read if the page can be read, as nothing is marked as written before it
 * is. A page that can be written alone is in formats that mark nothing.
 */
const ahead = (
  walker: Walker,
  memory: PhysicalMemory,
  space: Tables,
  address: number,
): SeenWalk & { readonly kind: SpaceAccess['kind'] } => {
  const by = (kind: SpaceAccess['kind']) => ({
    kind,
    ...seeing(reading(memory, walker.bytes), (read) =>
      walkOf(walker, read, space, { address, kind }),
    ),
  });
  const loading = by('load');
  if (loading.walk.kind === 'translated') return loading;
  return [by('execute'), by('store')].find(({ walk }) => walk.kind === 'translated') ?? loading;
};

const heldBy =
  (walker: Walker): TableParts['heldOf'] =>
  (memory, space, number, address, freed): readonly Cached[] => {
    const { walk, words } = ahead(walker, memory, space, address);
    const physical = walk.kind === 'translated' ? walk.address : undefined;
    return heldOfWalk({ space: number, address, words, physical }, freed);
  };

/**
 * A walk by what a core holds. Where a bit would be written the hardware walks by the tables. Where entries of
 * tables above lead to nothing it walks again, as a fault drops what it came of; where they lead to something,
 * tables were used too early (`law.prop.ts`).
 *
 * Source: SDM 3A 4.8, 4.10.4.1.
 */
const byHeld =
  (walker: Walker): Translator['byCached'] =>
  (memory, old, { by }, access) => {
    if (by.kind !== 'words' && by.kind !== 'upper')
      throw new Defect('a core that walks tables keeps words');
    const read = readingHeld(by.words, reading(memory, walker.bytes));
    const walk = walkOf(walker, read, tablesOf(old), access);
    if (by.kind === 'upper') return walk.kind === 'faulted' ? undefined : { ...walk, updates: [] };
    return walk.kind === 'faulted' || walk.updates.length === 0 ? walk : undefined;
  };

/** Translates for programs by tables of a format, under control bits. */
export const tableTranslator = (
  format: Format,
  { tables, hardening, base, addressEnd }: ProgramSettings,
): Translator => {
  const mmu = format.under({ ...hardening, ...tables });
  const baseOf = (root: number): Word => wordOfNumber(root + base);
  const walker: Walker = { mmu, bytes: format.bytes, addressBits: format.addressBits, baseOf };
  return {
    name: format.name,
    pageBytes,
    addressEnd,
    effective: mmu.effective,
    ...editsOf({ pageBytes, addressEnd, edits: mmu, baseOf, heldOf: heldBy(walker) }),
    byTables: (memory, space, access) => {
      const { walk, words } = seeing(reading(memory, format.bytes), (read) =>
        walkOf(walker, read, tablesOf(space), access),
      );
      if (walk.kind === 'faulted') return { walk, memory, cached: undefined };
      const after = updated(memory, format.bytes, walk.updates);
      return { walk, memory: after, cached: { kind: 'words', words } };
    },
    byCached: byHeld(walker),
  };
};
