import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../examples/embedded.ts';
import { supervisedFiles } from '../examples/test-supervised.ts';
import { at } from '../model/defect.ts';
import { properties } from './catalogue.ts';
import { integrityRules } from './integrity/integrity.ts';
import type { PropertyResult } from './run-properties.ts';
import { sampleProperties } from './run-properties.ts';
import { serviceCoverage } from './service-coverage.ts';
import { unreachedEnds } from './service-ends.ts';
import { lying } from './test-lying.ts';

/** Outcomes that no run comes to, each with the reason. Each has a test beside its service. */
const notDrawn: ReadonlyMap<string, string> = new Map([
  ['handle.Handle.CreateUserObject: refused badHandle', 'found at the call, before the service'],
  ['cm.CM.Accept: refused badHandle', 'found at the call, before the service'],
  [
    'task.Task.Resume: refused tableFull',
    'four channels at most, as a process has four resources, and two first handles fit into nine places',
  ],
]);

/**
 * Outcomes about memory that runs come to by chance, if at all (that a process is begun again in a place before the
 * other core has forgotten it; that a share is just too small), and of services for devices, which these machines have
 * not: tests beside the services come to each.
 */
const isByChance = (outcome: string): boolean =>
  ['vmm.VMM.', 'io.IO.', 'iommu.IOMMU.'].some((start) => outcome.startsWith(start)) ||
  outcome === 'task.Task.Resume: refused framesFull';

/** Rules of integrity that are not counted here, each with the reason. */
const uncounted: ReadonlyMap<string, string> = new Map([
  [
    'a handle is copied for a granted request to the kernel',
    'counted only where another process is touched too',
  ],
  [
    'a resource is made for a granted request to the kernel',
    'counted only where another process is touched too',
  ],
  ['a process describes itself', 'counted only where another process is touched too'],
  [
    'a handle goes with the answer that was denied',
    'policies that grant services grant every answer',
  ],
]);

const runs = { runs: 100, steps: 10_000 };
const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** The counts of the named rules of a property, over all seeds. */
const counted = (
  results: readonly (readonly PropertyResult[])[],
  name: string,
): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const result of results.flat()) {
    if (result.name !== name) continue;
    for (const [rule, count] of result.rules) counts.set(rule, (counts.get(rule) ?? 0) + count);
  }
  return counts;
};

/** The railway, whose processes try anything; and the same with a supervisor that may start them again. */
const railway = exampleFiles.get('railway-crossing') ?? new Map<string, string>();
const railways = [
  ['railway-crossing', railway],
  ['railway-crossing with a supervisor', supervisedFiles],
] as const;

describe('properties at length, over an example', () => {
  it.each(railways)('hold over 10⁶ steps of %s [MED-1] [ISO-1] [CAP-2]', (_, files) => {
    const found = sampleProperties(properties, { seed: 1, ...runs, files });

    expect(found.map(({ name, counterexample }) => [name, counterexample])).toEqual(
      found.map(({ name }) => [name, undefined]),
    );
    // The policy denies most of what processes try: some 8,800 steps are granted.
    expect(at(found, 0).witnesses).toBeGreaterThan(8_000);
  });

  it('are broken where the kernel of the railway has a hole [GATE-1]', () => {
    const lax = sampleProperties(
      properties,
      { seed: 1, runs: 2, steps: 2_000, files: railway },
      { engine: lying(['noRule', 'ruleRefused']) },
    );

    expect(lax.flatMap(({ name, counterexample }) => (counterexample ? [name] : []))).toContain(
      'completeMediation',
    );
  });
});

describe('properties at length', () => {
  const results: (readonly PropertyResult[])[] = [];

  it.each(seeds)(
    'hold over 10⁶ steps of generated solutions and hostile runs, seed %i [MED-1] [ISO-1] [CAP-2]',
    (seed) => {
      const found = sampleProperties([...properties, serviceCoverage], { seed, ...runs });
      results.push(found);

      expect(found.map(({ name, counterexample }) => [name, counterexample])).toEqual(
        found.map(({ name }) => [name, undefined]),
      );
      expect(found.every(({ witnesses }) => witnesses > 0)).toBe(true);
    },
  );

  it('rest on every rule of integrity somewhere [ISO-1] [GATE-1]', () => {
    const counts = counted(results, 'integrity');
    const unused = Object.values(integrityRules)
      .flat()
      .filter((rule) => !counts.has(rule) && !uncounted.has(rule));

    expect(unused).toEqual([]);
  });

  it('come to every outcome of every service, but for those that are said not to be drawn [IPC-3] [GATE-1]', () => {
    const unreached = unreachedEnds(counted(results, 'serviceCoverage'));

    expect(unreached).toEqual(expect.arrayContaining([...notDrawn.keys()]));
    expect(unreached.filter((outcome) => !notDrawn.has(outcome) && !isByChance(outcome))).toEqual(
      [],
    );
  });
});
