import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archNames } from '../names.ts';
import type { ArchName } from '../names.ts';
import { makeMips32, mips32Parts } from '../mips32/format.ts';
import { permissionHoles } from '../test-permission-holes.ts';
import { translators } from './catalogue.ts';
import { machineOf } from './make-machine.ts';
import { programSettings } from './settings.ts';
import { softwareTranslator } from './software-tables.ts';
import { tableTranslator } from './tables.ts';
import { holesOf, usingTablesEarly } from './test-holes.ts';
import { anyRun } from './test-law-runs.ts';
import type { Make } from './test-law-runs.ts';
import { runBoth, tablesForOne } from './test-law.ts';
import type { Seen } from './test-law.ts';
import type { Translator } from './translator.ts';

const seeded = { seed: 1, numRuns: 150 };
const seededForHoles = { seed: 1, numRuns: 600, endOnFailure: true };

const names = Object.values(translators).flatMap(({ name }) => (name === 'abstract' ? [] : [name]));

const makeOf =
  (name: ArchName): Make =>
  (size) =>
    machineOf(translators[name], size);

const hardwareNames = names.filter((name) => archNames[name] === 'there');

/** PXN binds the kernel alone. */
const permissionHolesOfPrograms: readonly (readonly [string, Translator])[] = [
  ...permissionHoles
    .filter(([what]) => !what.includes('PXN'))
    .map(
      ([what, format]) => [what, tableTranslator(format, programSettings[format.name])] as const,
    ),
  [
    'mips32: the TLB does not see D',
    softwareTranslator(makeMips32({ ...mips32Parts, permits: () => true }), programSettings.mips32),
  ],
];

/** One table more than a page needs, so that they run out. */
const lawOf = (make: Make, tables: number) =>
  fc.property(anyRun, (run) => {
    expect(runBoth(make, tables, run).breach).toBeUndefined();
  });

const roomOf = (name: ArchName): number => tablesForOne(makeOf(name)) + 1;

const sumOf = (seen: readonly Seen[], of: keyof Omit<Seen, 'breach'>): number =>
  seen.reduce((sum, one) => sum + one[of], 0);

describe('a machine of tables', () => {
  it.each(names)('does nothing that the abstract machine cannot: %s [MEM-2]', (name) => {
    fc.assert(lawOf(makeOf(name), roomOf(name)), seeded);
  });

  it.each(names)(
    'was seen to go by what is stale, to fault, to lack tables and to use them again: %s [GATE-1]',
    (name) => {
      const seen = fc.sample(anyRun, seeded).map((run) => runBoth(makeOf(name), roomOf(name), run));

      expect(sumOf(seen, 'stale')).toBeGreaterThan(10);
      expect(sumOf(seen, 'faults')).toBeGreaterThan(100);
      expect(sumOf(seen, 'noFrame')).toBeGreaterThan(50);
      expect(sumOf(seen, 'reused')).toBeGreaterThan(10);
    },
  );
});

describe('the law of machines', () => {
  it.each(
    names.flatMap((name) =>
      holesOf(translators[name]).map(([what, make]) => [name, what, make] as const),
    ),
  )('finds a hole: %s, %s [GATE-1]', (name, _, make) => {
    expect(fc.check(lawOf(make, roomOf(name)), seededForHoles).failed).toBe(true);
  });

  it.each(permissionHolesOfPrograms)(
    'finds a wrong permission bit: %s [GATE-1]',
    (_, translator) => {
      const make: Make = (size) => machineOf(translator, size);

      expect(fc.check(lawOf(make, tablesForOne(make) + 1), seededForHoles).failed).toBe(true);
    },
  );

  it.each(hardwareNames)('finds tables that are used too early: %s [GATE-1]', (name) => {
    const make = usingTablesEarly(translators[name]);

    expect(fc.check(lawOf(make, roomOf(name)), seededForHoles).failed).toBe(true);
  });
});
