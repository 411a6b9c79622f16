import { describe, expect, it } from 'vitest';
import { securityModels } from '../../kss/catalogue.ts';
import { modelShapes } from '../policies/models/all.ts';
import { anyPolicy } from '../policies/policy.ts';
import { distributionTable, measureDistribution, missingFrom } from './distribution.ts';
import type { Distribution } from './distribution.ts';

const plan = { seed: 1, policies: 400, sequences: 5, length: 30 };

let measured: Distribution | undefined;

/** What the whole plan comes to, measured once. */
const whole = (): Distribution => (measured ??= measureDistribution(plan));

/** Models whose objects a policy has only where it declares them. */
const declared = modelShapes
  .map(({ model }) => model)
  .filter((name) => securityModels.get(name)?.implicitObject === undefined);

describe('generated policies and events', () => {
  it('come to every model, method, operator, selector, verdict and result [KSS-3]', () => {
    expect(whole().missing).toEqual([]);
  });

  it('are granted, and move the context, in a good part of the cases [KSS-3]', () => {
    const { counts } = whole();
    const of = (feature: string): number => counts.get(feature) ?? 0;
    const events = [...counts].filter(([name]) => name.startsWith('event '));
    const all = events.reduce((sum, [, count]) => sum + count, 0);

    expect(of('verdict granted') / all).toBeGreaterThan(0.3);
    expect(of('moved context') / all).toBeGreaterThan(0.1);
  });

  it.each(declared)(
    'are found to lack the model %s where its generator is taken away [GATE-1]',
    (model) => {
      const models = modelShapes.filter((shape) => shape.model !== model);
      const few = { ...plan, policies: 30, sequences: 1 };

      const [some, without] = [
        measureDistribution(few),
        measureDistribution({ ...few, plan: { ...anyPolicy, models } }),
      ];

      expect(some.missing).not.toContain(`object ${model}`);
      expect(without.missing).toContain(`object ${model}`);
    },
  );

  it('are told of as a table, what is expected first [KSS-3]', () => {
    const counts = new Map([
      ['strange', 1],
      ['object Flow', 12],
    ]);

    const lines = distributionTable({ counts, missing: [] }).split('\n');

    expect(lines).toContain('       12  object Flow');
    expect(lines).toContain('        0  object Mic');
    expect(lines.at(-1)).toBe('        1  strange');
  });

  it('are found to lack whatever does not occur [GATE-1]', () => {
    const counts = new Map(whole().counts);
    counts.delete('binary ==>');

    expect(missingFrom(counts)).toEqual(['binary ==>']);
  });
});
