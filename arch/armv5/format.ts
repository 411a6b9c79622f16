import { makeShortMmu } from '../arm-short/format.ts';
import type { ShortDescriptors } from '../arm-short/format.ts';
import type { Format } from '../format.ts';
import type { Judge, Judged } from '../radix/descend.ts';
import type { Level } from '../radix/level.ts';
import { field } from '../word.ts';
import type { Word } from '../word.ts';
import { controlBits, controlOf } from './control.ts';
import type { Armv5Control, Armv5ControlName } from './control.ts';
import { coarseTable, fineTable, largePage, section, smallPage, tinyPage } from './layouts.ts';
import { permitsBy } from './permissions.ts';

const level1: Level = {
  name: 'First level',
  first: 20,
  last: 31,
  table: coarseTable,
  page: section,
};

const large = { format: largePage, first: 16 };

const coarseLevel: Level = {
  name: 'Coarse page table',
  first: 12,
  last: 19,
  table: undefined,
  page: smallPage,
  groups: [large],
};

const fineLevel: Level = {
  name: 'Fine page table',
  first: 10,
  last: 19,
  table: undefined,
  page: tinyPage,
  groups: [{ format: smallPage, first: 12 }, large],
};

/** What a descriptor of the second level is; of a coarse table 0b11 is unpredictable: taken for none. */
const judgePage = <Stop>(level: Level, type: number, absent: Judged<Stop>): Judged<Stop> => {
  if (type === 0b01) return { kind: 'page', ...large };
  if (type === 0b10) return { kind: 'page', format: smallPage, first: 12 };
  return level === fineLevel ? { kind: 'page', format: tinyPage } : absent;
};

/** What a descriptor is, by its bits 1 and 0. Source: DDI 0100I B4.7 and B4.8. */
const judge = <Stop>(nothing: Stop, fine: Judged<Stop>): Judge<Stop> => {
  const absent = { kind: 'stop', why: nothing } as const;
  return (level: Level, word: Word) => {
    const type = field(word, 0, 1);
    if (type === 0b00) return absent;
    if (level !== level1) return judgePage<Stop>(level, type, absent);
    if (type === 0b11) return fine;
    return type === 0b01
      ? { kind: 'table', format: coarseTable }
      : { kind: 'page', format: section };
  };
};

/** The parts of an MMU of ARMv5. */
export const armv5Parts = (control: Armv5Control): ShortDescriptors => ({
  findTables: () => ({
    levels: [level1, coarseLevel],
    rootOf: (base) => field(base, 14, 31) * 2 ** 14,
  }),
  judge: judge('notPresent', { kind: 'table', format: fineTable, below: fineLevel }),
  judgeEdited: judge('absent', { kind: 'stop', why: 'damaged' }),
  dacr: control.dacr,
  isAccessed: () => true,
  permits: permitsBy(control),
  status: { tellsDomainOfFetches: true, tellsWrites: false },
  rightsNumbers: ({ write, user }) => {
    const ap = user ? (write ? 0b11 : 0b10) : 0b01;
    return { AP: ap, AP0: ap, AP1: ap, AP2: ap, AP3: ap };
  },
  // Write-back, or a device. Source: DDI 0100I B4.4.
  cacheNumbers: (holds) => (holds === 'device' ? { C: 0, B: 0 } : { C: 1, B: 1 }),
  // What can be read can be executed; and the kernel writes wherever it reads.
  effective: ({ write, user }) => ({ read: true, write: write || !user, execute: true, user }),
  levels: [level1, coarseLevel],
});

/** Sections, large, small and tiny pages, and 16 domains. Source: DDI 0100I B4; spec/arch/armv5.md. */
export const armv5: Format<Armv5ControlName> = {
  name: 'armv5',
  bytes: 4,
  addressBits: 32,
  physicalBits: 32,
  baseBits: 32,
  seesPrivilege: true,
  controlBits,
  layouts: [coarseTable, fineTable, section, largePage, smallPage, tinyPage],
  under: (settings) => makeShortMmu(armv5Parts(controlOf(settings))),
};
