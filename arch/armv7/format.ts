import { makeShortMmu } from '../arm-short/format.ts';
import type { ShortDescriptors, Tables } from '../arm-short/format.ts';
import type { Format } from '../format.ts';
import type { Judge } from '../radix/descend.ts';
import type { Level } from '../radix/level.ts';
import { field, isSet, wordOf } from '../word.ts';
import type { Word } from '../word.ts';
import { controlBits, controlOf } from './control.ts';
import type { Armv7Control, Armv7ControlName } from './control.ts';
import { largePage, pageTable, section, smallPage, supersection } from './layouts.ts';
import { hasAccessFlag, permitsBy } from './permissions.ts';

/** The first level; by TTBR0 its tables are shorter where TTBR1 translates the top of the addresses. */
const level1 = (n: number): Level => ({
  name: 'First level',
  first: 20,
  last: 31 - n,
  table: pageTable,
  page: section,
  groups: [{ format: supersection, first: 24 }],
});

const level2: Level = {
  name: 'Second level',
  first: 12,
  last: 19,
  table: undefined,
  page: smallPage,
  groups: [{ format: largePage, first: 16 }],
};

/**
 * What a descriptor is, by its bits 1 and 0, and of a section bit 18. With PXN implemented 0b11 is a section too.
 *
 * Source: DDI 0406C B3.5.1.
 */
const judge = <Stop>(nothing: Stop): Judge<Stop> => {
  const absent = { kind: 'stop', why: nothing } as const;
  return ({ table }, word) => {
    const type = field(word, 0, 1);
    if (type === 0b00) return absent;
    if (table === undefined) {
      return type === 0b01
        ? { kind: 'page', format: largePage, first: 16 }
        : { kind: 'page', format: smallPage };
    }
    if (type === 0b01) return { kind: 'table', format: table };
    return isSet(word, 18)
      ? { kind: 'page', format: supersection, first: 24 }
      : { kind: 'page', format: section };
  };
};

/** TTBR0 or TTBR1, by the top N bits of the address. Source: DDI 0406C B3.5.4, B3.5.5. */
const tablesBy = ({ n, pd0, pd1, ttbr1 }: Armv7Control): ShortDescriptors['findTables'] => {
  const low: Tables = {
    levels: [level1(n), level2],
    rootOf: (base) => field(base, 14 - n, 31) * 2 ** (14 - n),
  };
  const root1 = field(wordOf(0, ttbr1), 14, 31) * 2 ** 14;
  const high: Tables = { levels: [level1(0), level2], rootOf: () => root1 };
  const isHigh = (address: Word): boolean => n > 0 && field(address, 32 - n, 31) !== 0;
  return (address) => {
    if (isHigh(address)) return pd1 ? undefined : high;
    return pd0 ? undefined : low;
  };
};

/** The parts of an MMU with the short descriptors of ARMv7. */
export const armv7Parts = (control: Armv7Control): ShortDescriptors => ({
  findTables: tablesBy(control),
  judge: judge('notPresent'),
  judgeEdited: judge('absent'),
  dacr: control.dacr,
  isAccessed: (found) => !control.afe || hasAccessFlag(found),
  permits: permitsBy(control.afe),
  status: { tellsDomainOfFetches: false, tellsWrites: true },
  // AP[2:0] of 0b?11 and 0b?01, which mean the same with and without an access flag.
  rightsNumbers: ({ write, execute, user }) => ({
    'AP[2]': Number(!write),
    'AP[1:0]': user ? 0b11 : 0b01,
    XN: Number(!execute),
    nG: Number(user),
  }),
  // Without TRE: normal memory, write-back and shareable; a shareable device. Source: DDI 0406C table B3-10.
  cacheNumbers: (holds) =>
    holds === 'device' ? { TEX: 0, C: 0, B: 1, S: 1 } : { TEX: 1, C: 1, B: 1, S: 1 },
  effective: (rights) => ({ ...rights, read: true }),
  levels: [level1(0), level2],
});

/** Short descriptors: small and large pages, sections and supersections. Source: DDI 0406C B3.5; spec/arch/armv7.md. */
export const armv7: Format<Armv7ControlName> = {
  name: 'armv7',
  bytes: 4,
  addressBits: 32,
  physicalBits: 40,
  baseBits: 32,
  seesPrivilege: true,
  controlBits,
  layouts: [pageTable, section, supersection, smallPage, largePage],
  under: (settings) => makeShortMmu(armv7Parts(controlOf(settings))),
};
