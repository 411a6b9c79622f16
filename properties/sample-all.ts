import * as fc from 'fast-check';
import { catalogue } from '../kss/catalogue.ts';
import { islandFiles } from './generate/islands.ts';
import { loadGenerated } from './generate/solution.ts';
import type { Planted } from './hostile-run.ts';
import { runPair } from './noninterference.ts';
import { sampleProperties } from './run-properties.ts';
import type { Counterexample, PropertyResult, Sampling } from './run-properties.ts';
import { properties } from './catalogue.ts';

const pairs = fc.tuple(islandFiles, fc.nat({ max: 0x7fff_ffff }));

/** The smallest solution and the shortest pair of runs that are found to differ. */
const shrunkPair = (
  { seed, runs, steps }: Sampling,
  planted: Planted,
): Counterexample | undefined => {
  const { counterexample } = fc.check(
    fc.property(pairs, fc.integer({ min: 1, max: steps }), ([files, runSeed], length) => {
      return runPair(loadGenerated(files, catalogue), runSeed, length, planted).why === undefined;
    }),
    { seed, numRuns: runs * 4 },
  );
  if (counterexample === null) return undefined;
  const [[files, runSeed], length] = counterexample;
  const { why = '', actions } = runPair(loadGenerated(files, catalogue), runSeed, length, planted);
  return { why, files, actions };
};

/**
 * Tries noninterference over generated solutions of two islands: pairs of runs that differ in what one of
 * them does.
 */
export const sampleNoninterference = (
  sampling: Sampling,
  planted: Planted = {},
): PropertyResult => {
  let [steps, witnesses, isBroken] = [0, 0, false];
  for (const [files, runSeed] of fc.sample(pairs, {
    seed: sampling.seed,
    numRuns: sampling.runs,
  })) {
    const pair = runPair(loadGenerated(files, catalogue), runSeed, sampling.steps, planted);
    steps += pair.steps;
    witnesses += pair.witnesses;
    isBroken ||= pair.why !== undefined;
    if (isBroken) break;
  }
  return {
    name: 'noninterference',
    requirement: 'ISO-2',
    statement: 'What a domain sees does not depend on a domain that has no flow to it.',
    seed: sampling.seed,
    runs: sampling.runs,
    steps,
    witnesses,
    rules: new Map(),
    counterexample: isBroken ? shrunkPair(sampling, planted) : undefined,
  };
};

/** Every property that `verify` samples, in the order of the evidence. */
export const sampleAll = (sampling: Sampling, planted: Planted = {}): readonly PropertyResult[] => [
  ...sampleProperties(properties, sampling, planted),
  sampleNoninterference(sampling, planted),
];

/** The names of what `sampleAll` tries. */
export const sampledNames: readonly string[] = [
  ...properties.map(({ name }) => name),
  'noninterference',
];
