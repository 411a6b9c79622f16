import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { exampleFiles } from '../../examples/embedded.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import { load } from '../../solution/load.ts';
import { loadPolicy, policies } from '../policies/policy.ts';
import { compareExhaustively } from './exhaustive.ts';

it.each([...exampleFiles])(
  'interpreter and compiled engine agree on far more combinations of the example %s [KSS-3]',
  (name, files) => {
    const { solution } = load({ name, files }, catalogue);
    if (solution === undefined) throw new Error(`the example ${name} does not load`);

    const result = compareExhaustively(
      solution,
      interpret(solution),
      compile(solution).module,
      20_000,
    );

    const { difference, slots, cut, events } = result;
    process.stdout.write(
      `${name}: ${String(events)} events of ${String(slots)} slots, ${String(cut)} of them cut\n`,
    );
    expect(difference).toBeUndefined();
    expect(cut).toBeLessThan(slots / 20);
  },
);

it('interpreter and compiled engine agree on every slot of many generated policies [KSS-3]', () => {
  let [events, slots, cut] = [0, 0, 0];
  fc.assert(
    fc.property(policies(), (policy) => {
      const solution = loadPolicy(policy, catalogue);
      const [left, right] = [interpret(solution), compile(solution).module];
      const result = compareExhaustively(solution, left, right, 128);
      events += result.events;
      slots += result.slots;
      cut += result.cut;
      expect(result.difference).toBeUndefined();
    }),
    { seed: 2, numRuns: 200 },
  );
  process.stdout.write(
    `generated: ${String(events)} events of ${String(slots)} slots, ${String(cut)} of them cut\n`,
  );
  expect(events).toBeGreaterThan(100_000);
});
