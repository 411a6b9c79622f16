import { Defect } from '../../model/defect.ts';
import { reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import { osTables, refill } from '../mips32/os-tables.ts';
import type { TlbEntry, TlbFormat } from '../software-tlb.ts';
import type { Walk } from '../walk.ts';
import { wordOfNumber } from '../word.ts';
import { named, pageBytes } from './named.ts';
import type { ProgramSettings } from './settings.ts';
import { editsOf, tablesOf } from './table-edits.ts';
import type { TableParts, Tables } from './table-edits.ts';
import type { SpaceAccess, Translator } from './translator.ts';

/** ASIDs are reused from space to space; what cores keep is told apart by the space itself. */
const asidOf = ({ asidBits }: TlbFormat, space: number): number => space % 2 ** asidBits;

const walkBy = (
  format: TlbFormat,
  entry: TlbEntry,
  { space, address, kind }: SpaceAccess,
): Walk => {
  const access = { address: named(address, format.addressBits), kind, privilege: 'user' } as const;
  return format.walk({ asid: asidOf(format, space), entries: [entry] }, access);
};

const filled = (
  format: TlbFormat,
  memory: PhysicalMemory,
  { root }: Tables,
  space: number,
  address: number,
): TlbEntry =>
  refill(
    reading(memory, 4),
    wordOfNumber(root),
    named(address, format.addressBits),
    asidOf(format, space),
  );

/** The entry of the pair that a page is in, which a core may have for the sake of the other page of the pair. */
const heldBy =
  (format: TlbFormat): TableParts['heldOf'] =>
  (memory, tables, space, address) => {
    const entry = filled(format, memory, tables, space, address);
    const walk = walkBy(format, entry, { space, address, kind: 'load' });
    return walk.kind === 'faulted'
      ? []
      : [{ space, address, physical: walk.address, by: { kind: 'entry', entry } }];
  };

/**
 * Translates for programs by a TLB that software fills from tables of its own. A core keeps the entry that was
 * written. Where an entry faults, the handler looks into the tables, and writes what they say: so it is no way
 * of its own.
 */
export const softwareTranslator = (
  format: TlbFormat,
  { addressEnd }: Pick<ProgramSettings, 'addressEnd'>,
): Translator => ({
  name: format.name,
  pageBytes,
  addressEnd,
  effective: format.effective,
  ...editsOf({
    pageBytes,
    addressEnd,
    edits: osTables,
    baseOf: wordOfNumber,
    heldOf: heldBy(format),
  }),
  byTables: (memory, space, access) => {
    const entry = filled(format, memory, tablesOf(space), access.space, access.address);
    const walk = walkBy(format, entry, access);
    const cached = walk.kind === 'faulted' ? undefined : ({ kind: 'entry', entry } as const);
    return { walk, memory, cached };
  },
  byCached: (_memory, _space, { by }, access) => {
    if (by.kind !== 'entry') throw new Defect('a core with a TLB of its own keeps entries');
    const walk = walkBy(format, by.entry, access);
    return walk.kind === 'faulted' ? undefined : walk;
  },
});
