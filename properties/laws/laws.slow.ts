import { describe, expect, it } from 'vitest';
import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Solution } from '../../solution/solution.ts';
import { laws } from './catalogue.ts';
import { sampleLaw } from './sample-law.ts';

const sampling = { seed: 21, runs: 1000, length: 40 };

const engines = [
  ['the interpreter', interpret],
  ['the compiled engine', (solution: Solution) => compile(solution).module],
] as const;

describe.each(engines)('for %s, over many policies', (_, engine) => {
  it.each(laws.map((law) => [law.name, law] as const))(
    '%s holds, and its premise occurs [KSS-1] [KSS-2] [DENY-1]',
    (name, law) => {
      const { broken, runs, witnesses } = sampleLaw(law, engine, sampling);
      process.stdout.write(`${name}: ${String(witnesses)} of ${String(runs)} runs are witnesses\n`);

      expect(broken).toBeUndefined();
      expect(witnesses).toBeGreaterThan(sampling.runs / 3);
    },
  );
});
