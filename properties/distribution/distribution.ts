import * as fc from 'fast-check';
import { catalogue } from '../../kss/catalogue.ts';
import { randomStream } from '../../simulator/random.ts';
import { drawSequence, eventSpaceOf } from '../policies/events/sequence.ts';
import { anyPolicy, loadPolicy, policies } from '../policies/policy.ts';
import type { PolicyPlan } from '../policies/policy.ts';
import { countPolicy } from './count-policy.ts';
import { countRun } from './count-run.ts';
import { makeCounts } from './counts.ts';
import { expectedFeatures } from './expected.ts';

/** Units: `sequences` of each policy, of `length` happenings beside the starts. */
export interface DistributionPlan {
  readonly seed: number;
  readonly policies: number;
  readonly sequences: number;
  readonly length: number;
  readonly plan?: PolicyPlan;
}

/** What generated policies and events come to. */
export interface Distribution {
  readonly counts: ReadonlyMap<string, number>;
  /** What is expected, and never occurs. */
  readonly missing: readonly string[];
}

/** Counts every feature over generated policies and sequences. */
export const measureDistribution = (plan: DistributionPlan): Distribution => {
  const { seed, sequences, length } = plan;
  const counts = makeCounts();
  const draw = randomStream(seed);
  for (const policy of fc.sample(policies(plan.plan ?? anyPolicy), {
    seed,
    numRuns: plan.policies,
  })) {
    const solution = loadPolicy(policy, catalogue);
    countPolicy(solution, policy.text, counts);
    const space = eventSpaceOf(solution);
    for (let index = 0; index < sequences; index += 1) {
      countRun(solution, drawSequence(draw, space, length), counts);
    }
  }
  return { counts: counts.all(), missing: missingFrom(counts.all()) };
};

/** What is expected, and does not occur in some counts. */
export const missingFrom = (counts: ReadonlyMap<string, number>): readonly string[] =>
  expectedFeatures().filter((feature) => (counts.get(feature) ?? 0) === 0);

/** The counts as a table, what is expected first. */
export const distributionTable = ({ counts }: Distribution): string => {
  const expected = expectedFeatures();
  const others = [...counts.keys()].filter((feature) => !expected.includes(feature)).sort();
  return [...expected, ...others]
    .map((feature) => `${String(counts.get(feature) ?? 0).padStart(9)}  ${feature}`)
    .join('\n');
};
