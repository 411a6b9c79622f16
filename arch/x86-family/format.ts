import type { Access } from '../access.ts';
import type { ControlBit } from '../control.ts';
import type { Format, Mmu } from '../format.ts';
import type { ReadWord } from '../memory.ts';
import type { FormatName } from '../names.ts';
import { descend } from '../radix/descend.ts';
import type { Visited } from '../radix/descend.ts';
import { editing } from '../radix/edit.ts';
import type { Editable } from '../radix/editable.ts';
import { layoutsOf, pageSizesOf } from '../radix/level.ts';
import type { Level, Radix } from '../radix/level.ts';
import { updatesOf } from '../radix/updates.ts';
import type { Walk } from '../walk.ts';
import { ones, withBit } from '../word.ts';
import type { Word } from '../word.ts';
import type { permits } from './access-rights.ts';
import { allowedBy } from './access-rights.ts';
import { entryBits } from './bits.ts';
import { controlOf, physicalAddressBits } from './control.ts';
import type { X86Control, X86ControlName } from './control.ts';
import { generalProtection, pageFault } from './faults.ts';
import { judgeBy } from './judge.ts';

/** What tells the formats of the family apart. */
export interface X86Parts {
  readonly name: FormatName;
  readonly bytes: 4 | 8;
  readonly addressBits: 32 | 64;
  readonly controlBits: readonly ControlBit<X86ControlName>[];
  readonly levels: (control: X86Control) => readonly Level[];
  /** Has the format a bit that forbids execution, if IA32_EFER.NXE is 1? */
  readonly hasXd: boolean;
  /** Do the entries of a level bear rights and an accessed bit? */
  readonly bearsRights: (level: Level) => boolean;
  /** Of an address of 32 bits the low half counts, and is always canonical. */
  readonly isCanonical: (address: Word) => boolean;
  /** The root table that CR3 names. */
  readonly rootOf: (base: Word) => number;
  /** Can CR3 be loaded with this value, and what it names? */
  readonly isLoadable: (read: ReadWord, base: Word) => boolean;
  /** Which accesses the rights permit: a part, so that a wrong one can be planted. */
  readonly permits: typeof permits;
}

/** An entry that is used gets its accessed bit, and the one of the page a dirty bit by a write. Source: SDM 3A 4.8. */
const markBy =
  ({ kind }: Access) =>
  (word: Word, isLast: boolean): Word => {
    const accessed = withBit(word, entryBits.accessed);
    return isLast && kind === 'store' ? withBit(accessed, entryBits.dirty) : accessed;
  };

const walkBy = (parts: X86Parts, control: X86Control, radix: Radix): Mmu['walk'] => {
  const hasXd = parts.hasXd && control.nxe;
  const tellsFetches = hasXd || control.smep;
  const judge = judgeBy(hasXd);
  const bearing = ({ level }: Visited): boolean => parts.bearsRights(level);
  return (read, base, access): Walk => {
    if (!parts.isLoadable(read, base)) return generalProtection('reserved');
    if (!parts.isCanonical(access.address)) return generalProtection('nonCanonical');
    const { path, end } = descend(read, parts.rootOf(base), radix, judge, access.address);
    if (end.kind === 'stop') return pageFault(end.why, access, tellsFetches);
    const used = path.filter(bearing);
    if (!parts.permits(access, allowedBy(used, hasXd), control)) {
      return pageFault('permission', access, tellsFetches);
    }
    const updates = updatesOf(used, markBy(access));
    return { kind: 'translated', address: end.address, updates };
  };
};

/** All rights in the entries above, so that the page's own entry decides. */
const tableNumbers = { P: 1, 'R/W': 1, 'U/S': 1 } as const;

const editableBy = (parts: X86Parts, { nxe }: X86Control, radix: Radix): Editable => {
  const hasXd = parts.hasXd && nxe;
  const judge = judgeBy(hasXd);
  return {
    radix,
    rootOf: parts.rootOf,
    accepts: (address) =>
      parts.isCanonical(address) && (parts.addressBits > 32 || address.high === 0),
    tableNumbers,
    judge: (level, word) => {
      const judged = judge(level, word);
      if (judged.kind !== 'stop') return judged;
      return { kind: 'stop', why: judged.why === 'reserved' ? 'damaged' : 'absent' };
    },
    rightsNumbers: ({ write, execute, user }) => ({
      P: 1,
      'R/W': Number(write),
      'U/S': Number(user),
      ...(hasXd ? { XD: Number(!execute) } : {}),
    }),
    // Of the PAT as it is after a reset, PCD and PWT choose "uncacheable". Source: SDM 3A 11.12.4.
    cacheNumbers: (holds) => (holds === 'device' ? { PCD: 1, PWT: 1 } : { PCD: 0, PWT: 0 }),
  };
};

const mmuBy = (parts: X86Parts, control: X86Control): Mmu => {
  const levels = parts.levels(control);
  // A bus that nobody drives reads as ones.
  const radix = { bytes: parts.bytes, levels, nobody: ones(0, parts.bytes * 8 - 1) };
  const hasXd = parts.hasXd && control.nxe;
  return {
    walk: walkBy(parts, control, radix),
    ...editing(editableBy(parts, control, radix)),
    effective: (rights) => ({ ...rights, read: true, execute: rights.execute || !hasXd }),
    pageSizes: pageSizesOf(levels),
  };
};

/** A format of the family: 32-bit, PAE or 4-level paging. */
export const makeX86Format = (parts: X86Parts): Format<X86ControlName> => ({
  name: parts.name,
  bytes: parts.bytes,
  addressBits: parts.addressBits,
  physicalBits: physicalAddressBits,
  baseBits: parts.addressBits,
  seesPrivilege: true,
  controlBits: parts.controlBits,
  layouts: [
    ...new Set(
      [1, 0].flatMap((pse) => layoutsOf(parts.levels(controlOf(parts.controlBits, { pse })))),
    ),
  ],
  under: (settings) => mmuBy(parts, controlOf(parts.controlBits, settings)),
});
