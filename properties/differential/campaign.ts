import * as fc from 'fast-check';
import { Defect } from '../../model/defect.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { randomStream } from '../../simulator/random.ts';
import type { Solution } from '../../solution/solution.ts';
import { drawSequence, eventSpaceOf } from '../policies/events/sequence.ts';
import type { Happening } from '../policies/events/sequence.ts';
import { buildPolicy, loadPolicy, policyTapes } from '../policies/policy.ts';
import type { GeneratedPolicy, PolicyPlan, PolicyTapes } from '../policies/policy.ts';
import { compareRuns } from './compare.ts';
import type { Difference, Tally } from './compare.ts';
import { asText } from './difference.ts';
import type { EngineRun } from './engine-run.ts';
import { shorten } from '../../model/shorten.ts';
import { simplify } from './simplify.ts';

/** Two engines of a solution: a run of each is begun anew for every sequence. */
export interface EnginePair {
  readonly left: () => EngineRun;
  readonly right: () => EngineRun;
}

/** Units: `sequences` of each policy; `length` in happenings, beside those that start the processes. */
export interface CampaignPlan {
  readonly seed: number;
  readonly policies: number;
  readonly sequences: number;
  readonly length: number;
  readonly plan?: PolicyPlan;
  /** `none`: what is found is told as it was found. */
  readonly shrinking?: 'full' | 'none';
}

/** What two engines disagree on: enough to make a named test of. */
export interface Failure {
  readonly seed: number;
  readonly policy: GeneratedPolicy;
  readonly sequence: readonly Happening[];
  readonly difference: Difference;
}

export interface CampaignResult {
  readonly policies: number;
  readonly sequences: number;
  readonly events: number;
  readonly granted: number;
  /** Absent where the engines agree throughout. */
  readonly failure: Failure | undefined;
}

interface Disagreement {
  readonly sequence: readonly Happening[];
  readonly difference: Difference;
}

/** The first sequence of a policy on which the engines differ. */
const findDisagreement = (
  { left, right }: EnginePair,
  solution: Solution,
  seed: number,
  { sequences, length }: CampaignPlan,
  tally: Tally & { sequences: number },
): Disagreement | undefined => {
  const space = eventSpaceOf(solution);
  const draw = randomStream(seed);
  for (let count = 0; count < sequences; count += 1) {
    const sequence = drawSequence(draw, space, length);
    const difference = compareRuns(left(), right(), sequence, tally);
    tally.sequences += 1;
    if (difference !== undefined) return { sequence, difference };
  }
  return undefined;
};

/** The same disagreement with as few happenings as will do. */
const shortest = (
  { left, right }: EnginePair,
  { sequence, difference }: Disagreement,
): Disagreement => {
  const compare = (shorter: readonly Happening[]): Difference | undefined =>
    compareRuns(left(), right(), shorter);
  const short = shorten(
    sequence.slice(0, difference.at + 1),
    (shorter) => compare(shorter) !== undefined,
  );
  return { sequence: short, difference: compare(short) ?? difference };
};

const fresh = (): Tally & { sequences: number } => ({ events: 0, granted: 0, sequences: 0 });

/** The failure of a case that fails: of the simplest policy that fails too, unless that is not asked for. */
const failureOf = (
  plan: CampaignPlan,
  engines: (solution: Solution) => EnginePair,
  tapes: PolicyTapes,
  from: number,
): Failure => {
  const { seed, shrinking = 'full' } = plan;
  const find = (given: PolicyTapes) => {
    const policy = buildPolicy(given, plan.plan);
    const solution = loadPolicy(policy, catalogue);
    const pair = engines(solution);
    return { policy, pair, found: findDisagreement(pair, solution, from, plan, fresh()) };
  };
  const simplest =
    shrinking === 'none' ? tapes : simplify(tapes, (given) => find(given).found !== undefined);
  const { policy, pair, found } = find(simplest);
  if (found === undefined) throw new Defect('a failure that does not recur');
  return { seed, policy, ...(shrinking === 'none' ? found : shortest(pair, found)) };
};

/**
 * Compares two engines over generated policies, and over many sequences of each. A failure is shrunk:
 * first the policy, whose sequences are tried all again, then the sequence.
 */
export const runCampaign = (
  plan: CampaignPlan,
  engines: (solution: Solution) => EnginePair,
): CampaignResult => {
  const tally = fresh();
  const details = fc.check(
    fc.property(policyTapes, fc.noBias(fc.nat()), (tapes, from) => {
      const solution = loadPolicy(buildPolicy(tapes, plan.plan), catalogue);
      return findDisagreement(engines(solution), solution, from, plan, tally) === undefined;
    }),
    { seed: plan.seed, numRuns: plan.policies, endOnFailure: true },
  );
  const { sequences, events, granted } = tally;
  const result = { policies: details.numRuns, sequences, events, granted };
  if (!details.failed) return { ...result, failure: undefined };
  if (details.errorInstance instanceof Defect) throw details.errorInstance;
  const [tapes, from] = details.counterexample ?? [];
  if (tapes === undefined || from === undefined) throw new Defect('a failure without its case');
  return { ...result, failure: failureOf(plan, engines, tapes, from) };
};

/** A failure in words: the seed, the policy, what happens, and what each engine says. */
export const describeFailure = ({ seed, policy, sequence, difference }: Failure): string =>
  [
    `seed ${String(seed)}: the engines differ in ${difference.in}`,
    ...[...policy.files].map(([path, text]) => `--- ${path}\n${text}`),
    '--- what happens',
    ...sequence.map((happening) => asText(happening)),
    `--- left\n${difference.left}`,
    `--- right\n${difference.right}`,
  ].join('\n');
