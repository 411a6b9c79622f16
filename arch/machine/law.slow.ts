import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translators } from './catalogue.ts';
import { machineOf } from './make-machine.ts';
import { anyRun } from './test-law-runs.ts';
import type { Make } from './test-law-runs.ts';
import { runBoth, tablesForOne } from './test-law.ts';

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
});
