import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translators } from './catalogue.ts';
import { machineOf } from './make-machine.ts';
import { usingTablesOnceNothingIsPending } from './test-holes.ts';
import { anyRun } from './test-law-runs.ts';
import type { Make } from './test-law-runs.ts';
import { runBoth, tablesForOne } from './test-law.ts';

const hardware = Object.entries(translators).filter(([, { name }]) => name !== 'mips32');

describe('a machine of tables, at length', () => {
  it.each(Object.entries(translators))(
    'does nothing that the abstract machine cannot: %s [MEM-2]',
    (_, translator) => {
      const make: Make = (size) => machineOf(translator, size);
      const least = tablesForOne(make);
      const property = fc.property(anyRun, fc.integer({ min: 0, max: 4 }), (run, more) => {
        expect(runBoth(make, least + more, run).breach).toBeUndefined();
      });

      fc.assert(property, { seed: 2, numRuns: 4000 });
    },
    300_000,
  );

  it.each(hardware)(
    'is found to use tables while a core may still walk to them: %s [GATE-1]',
    (_, translator) => {
      const make = usingTablesOnceNothingIsPending(translator);
      const tables = tablesForOne(make) + 1;
      const property = fc.property(anyRun, (run) => {
        expect(runBoth(make, tables, run).breach).toBeUndefined();
      });

      const { failed } = fc.check(property, { seed: 2, numRuns: 8000, endOnFailure: true });

      expect(failed).toBe(true);
    },
    300_000,
  );
});
