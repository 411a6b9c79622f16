import * as fc from 'fast-check';
import { at } from '../model/defect.ts';
import { shorten } from '../model/shorten.ts';
import type { Action } from '../model/step.ts';
import { catalogue } from '../kss/catalogue.ts';
import { compile } from '../kss/compiled/compile.ts';
import { randomStream } from '../simulator/random.ts';
import type { Solution } from '../solution/solution.ts';
import { intentOver } from './generate/own-interfaces.ts';
import { loadGenerated, solutionFiles } from './generate/solution.ts';
import { runActions, runHostile, sampledLimits } from './hostile-run.ts';
import type { Planted, Spectator } from './hostile-run.ts';
import type { RunProperty } from './run-property.ts';

/** What a property came to over many runs. */
export interface PropertyResult {
  readonly name: string;
  readonly requirement: string;
  readonly statement: string;
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  /** Steps in which the property's premise occurred; none makes the result vacuous. */
  readonly witnesses: number;
  /** How often each named rule was what the property rested on, where it has such. */
  readonly rules: ReadonlyMap<string, number>;
  /** Absent where the property held in every step. */
  readonly counterexample: Counterexample | undefined;
}

/** A shrunk run that breaks the property. */
export interface Counterexample {
  readonly why: string;
  readonly files: ReadonlyMap<string, string>;
  /** What happened, in the order of the run. */
  readonly actions: readonly Action[];
}

/**
 * Units: `runs` counts solutions, each with a run of `steps` steps.
 * Shape: all runs are of the one solution in `files`, whose own interfaces are tried, if it is given; else each of one
 *        that is generated.
 */
export interface Sampling {
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
  readonly files?: ReadonlyMap<string, string>;
}

/** Properties that are judged side by side over one run, and what has come of each. */
class Bench {
  readonly #properties: readonly RunProperty[];
  readonly witnesses: number[];
  readonly rules: Map<string, number>[];
  steps = 0;

  constructor(properties: readonly RunProperty[]) {
    this.#properties = properties;
    this.witnesses = properties.map(() => 0);
    this.rules = properties.map(() => new Map<string, number>());
  }

  /** The properties that a run of choices breaks, by their place; the run ends with the first. */
  run(solution: Solution, choices: Iterable<number>, planted: Planted): ReadonlyMap<number, Fault> {
    return this.#watch(solution, (spectator) => {
      runHostile(solution, choices, planted, spectator);
    });
  }

  /** The same of a run of actions. */
  again(
    solution: Solution,
    actions: readonly Action[],
    planted: Planted,
  ): ReadonlyMap<number, Fault> {
    return this.#watch(solution, (spectator) => {
      runActions(solution, actions, planted, spectator);
    });
  }

  #watch(solution: Solution, run: (spectator: Spectator) => void): ReadonlyMap<number, Fault> {
    const court = { solution, security: compile(solution).module, limits: sampledLimits };
    const faults = new Map<number, Fault>();
    let actions: Action[] = [];
    let judges: readonly ReturnType<RunProperty['start']>[] = [];
    run({
      boot: (boot) => {
        actions = [];
        judges = this.#properties.map((property) => property.start({ ...court, boot }));
      },
      step: (step) => {
        this.steps += 1;
        actions.push(step.action);
        for (const [index, judge] of judges.entries()) {
          const judgement = judge(step);
          if (judgement.kind === 'broken') faults.set(index, { why: judgement.why, actions });
          else if (judgement.kind === 'witnessed') this.#count(index, judgement.rules);
        }
        return faults.size > 0 ? 'end' : 'on';
      },
    });
    return faults;
  }

  #count(index: number, rules: readonly string[]): void {
    this.witnesses[index] = (this.witnesses[index] ?? 0) + 1;
    const counts = at(this.rules, index);
    for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
}

/** Threads of a given solution try its own interfaces too; those of generated ones are known to any intent. */
const overSolution = ({ files }: Sampling, planted: Planted, solution: Solution): Planted =>
  files === undefined ? planted : { intent: intentOver(solution), ...planted };

interface Fault {
  readonly why: string;
  readonly actions: readonly Action[];
}

const choicesOf = (seed: number, steps: number): readonly number[] => {
  const random = randomStream(seed);
  return Array.from({ length: steps }, () => random.below(0x7fff_ffff));
};

/** Loads solutions, and keeps the last: shrinking tries many runs of one. */
const loading = (): ((files: ReadonlyMap<string, string>) => Solution) => {
  let known:
    { readonly files: ReadonlyMap<string, string>; readonly solution: Solution } | undefined;
  return (files) => {
    if (known?.files !== files) known = { files, solution: loadGenerated(files, catalogue) };
    return known.solution;
  };
};

/** A solution, and the seed of a run of it. */
const runsOf = ({ files }: Sampling) =>
  fc.tuple(files === undefined ? solutionFiles : fc.constant(files), fc.nat({ max: 0x7fff_ffff }));

/** A fault by fewer actions: leaving out a choice changes those that follow, leaving out an action does not. */
const withoutIdle = (
  property: RunProperty,
  solution: Solution,
  planted: Planted,
  fault: Fault,
): Fault => {
  const again = (actions: readonly Action[]): Fault | undefined =>
    new Bench([property]).again(solution, actions, planted).get(0);
  if (again(fault.actions) === undefined) return fault;
  return again(shorten(fault.actions, (shorter) => again(shorter) !== undefined)) ?? fault;
};

/** The smallest solution and the shortest run that are found to break a property. */
const shrunk = (
  property: RunProperty,
  sampling: Sampling,
  planted: Planted,
): Counterexample | undefined => {
  const { seed, runs, steps } = sampling;
  const load = loading();
  const faultOf = (
    files: ReadonlyMap<string, string>,
    choices: readonly number[],
  ): Fault | undefined => {
    const solution = load(files);
    const how = overSolution(sampling, planted, solution);
    return new Bench([property]).run(solution, choices, how).get(0);
  };
  const details = fc.check(
    fc.property(runsOf(sampling), ([files, runSeed]) => {
      return faultOf(files, choicesOf(runSeed, steps)) === undefined;
    }),
    { seed, numRuns: runs },
  );
  if (!details.failed) return undefined;
  const [files, runSeed] = at(details.counterexample ?? [], 0);
  const first = choicesOf(runSeed, steps);
  const length = faultOf(files, first)?.actions.length ?? first.length;
  const choices = shorten(
    first.slice(0, length),
    (shorter) => faultOf(files, shorter) !== undefined,
  );
  const thrown =
    details.errorInstance instanceof Error ? details.errorInstance.message : 'it threw';
  const fault = faultOf(files, choices) ?? faultOf(files, first);
  if (fault === undefined) return { why: thrown, files, actions: [] };
  return { files, ...withoutIdle(property, load(files), planted, fault) };
};

/**
 * Tries properties over solutions and hostile runs, all over the same ones (fast-check; shrunk
 * counterexamples).
 *
 * Shape: `planted` puts a hole into what the properties guard, to show that it would be found.
 */
export const sampleProperties = (
  properties: readonly RunProperty[],
  sampling: Sampling,
  planted: Planted = {},
): readonly PropertyResult[] => {
  const bench = new Bench(properties);
  const load = loading();
  const broken = new Set<number>();
  const inputs = fc.sample(runsOf(sampling), { seed: sampling.seed, numRuns: sampling.runs });
  for (const [files, runSeed] of inputs) {
    const solution = load(files);
    const how = overSolution(sampling, planted, solution);
    const faults = bench.run(solution, choicesOf(runSeed, sampling.steps), how);
    for (const index of faults.keys()) broken.add(index);
    if (broken.size === properties.length) break;
  }
  return properties.map((property, index) => ({
    name: property.name,
    requirement: property.requirement,
    statement: property.statement,
    seed: sampling.seed,
    runs: sampling.runs,
    steps: bench.steps,
    witnesses: bench.witnesses[index] ?? 0,
    rules: at(bench.rules, index),
    counterexample: broken.has(index) ? shrunk(property, sampling, planted) : undefined,
  }));
};

/** Tries one property. */
export const sampleProperty = (
  property: RunProperty,
  sampling: Sampling,
  planted: Planted = {},
): PropertyResult => at(sampleProperties([property], sampling, planted), 0);
