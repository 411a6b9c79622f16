import type { Access } from '../access.ts';
import type { Format, Mmu } from '../format.ts';
import { descend } from '../radix/descend.ts';
import type { Visited } from '../radix/descend.ts';
import { editing } from '../radix/edit.ts';
import type { Editable } from '../radix/editable.ts';
import { layoutsOf, pageSizesOf } from '../radix/level.ts';
import { updatesOf } from '../radix/updates.ts';
import { field, isSet, meets, ones, or, withBit } from '../word.ts';
import type { Word } from '../word.ts';
import { physicalAddressBits } from '../x86-family/control.ts';
import { entryBits, judge, levels, memoryTypes } from './entries.ts';
import { invalidPointer, misconfiguration, violation } from './exits.ts';
import type { Allowed } from './exits.ts';

/** Bits of a guest-physical address. Source: SDM 3C 28.2.2. */
const addressBits = 48;

const radix = { bytes: 8, levels, nobody: ones(0, 63) } as const;

const rootOf = (base: Word): number => field(base, 12, physicalAddressBits - 1) * 2 ** 12;

const reservedInPointer = or(ones(7, 11), ones(physicalAddressBits, 63));

/** Memory type 0 or 6, a walk of four levels, reserved bits 0. Source: SDM 3C 24.6.11, table 24-8; 26.2.1.1. */
const isPointerValid = (base: Word): boolean =>
  [memoryTypes.uncacheable, memoryTypes.writeBack].some((type) => type === field(base, 0, 2)) &&
  field(base, 3, 5) === 3 &&
  !meets(base, reservedInPointer);

/** Bit 6 of the pointer enables accessed and dirty flags. */
const hasAccessedBits = (base: Word): boolean => isSet(base, 6);

const allowedBy = (path: readonly Visited[]): Allowed => ({
  read: path.every(({ word }) => isSet(word, entryBits.read)),
  write: path.every(({ word }) => isSet(word, entryBits.write)),
  execute: path.every(({ word }) => isSet(word, entryBits.execute)),
});

/** Which accesses rights permit. Source: SDM 3C 28.2.3.2. */
export const permits = ({ kind }: Access, { read, write, execute }: Allowed): boolean => {
  switch (kind) {
    case 'load':
      return read;
    case 'store':
      return write;
    case 'execute':
      return execute;
  }
};

/** Source: SDM 3C 28.2.4. */
const markBy =
  ({ kind }: Access) =>
  (word: Word, isLast: boolean): Word => {
    const accessed = withBit(word, entryBits.accessed);
    return isLast && kind === 'store' ? withBit(accessed, entryBits.dirty) : accessed;
  };

/** Parts that another can be planted for. */
export interface EptParts {
  readonly permits: typeof permits;
}

const walkBy =
  (parts: EptParts): Mmu['walk'] =>
  (read, base, access) => {
    if (!isPointerValid(base)) return invalidPointer;
    const { path, end } = descend(read, rootOf(base), radix, judge, access.address);
    if (end.kind === 'stop') {
      return end.why === 'misconfigured'
        ? misconfiguration
        : violation(end.why, access, allowedBy(path));
    }
    const allowed = allowedBy(path);
    if (!parts.permits(access, allowed)) return violation('permission', access, allowed);
    const updates = hasAccessedBits(base) ? updatesOf(path, markBy(access)) : [];
    return { kind: 'translated', address: end.address, updates };
  };

const tables: Editable = {
  radix,
  rootOf,
  accepts: (address) => !meets(address, ones(addressBits, 63)),
  tableNumbers: { R: 1, W: 1, X: 1 },
  judge: (level, word) => {
    const judged = judge(level, word);
    if (judged.kind !== 'stop') return judged;
    return { kind: 'stop', why: judged.why === 'notPresent' ? 'absent' : 'damaged' };
  },
  rightsNumbers: ({ read, write, execute }) => ({
    R: Number(read || write),
    W: Number(write),
    X: Number(execute),
  }),
  cacheNumbers: (holds) => ({
    MT: holds === 'device' ? memoryTypes.uncacheable : memoryTypes.writeBack,
  }),
};

const mmuBy = (parts: EptParts): Mmu => ({
  walk: walkBy(parts),
  ...editing(tables),
  effective: (rights) => ({ ...rights, read: rights.read || rights.write, user: true }),
  pageSizes: pageSizesOf(levels),
});

export const makeEpt = (parts: EptParts): Format<never> => ({
  name: 'ept',
  bytes: 8,
  addressBits,
  physicalBits: physicalAddressBits,
  baseBits: 64,
  seesPrivilege: false,
  controlBits: [],
  layouts: layoutsOf(levels),
  under: () => mmuBy(parts),
});

/** The second stage of VMX: guest-physical addresses, pages of 4 KB, 2 MB and 1 GB. Source: SDM 3C 28.2; spec/arch/ept.md. */
export const ept = makeEpt({ permits });
