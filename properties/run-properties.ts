import * as fc from 'fast-check';
import { at } from '../model/defect.ts';
import type { ThreadId } from '../model/ids.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Intent } from '../model/step.ts';
import { exploring } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { parts } from '../kernel/micro/parts.ts';
import type { Parts } from '../kernel/micro/parts.ts';
import { catalogue } from '../kss/catalogue.ts';
import { interpret } from '../kss/interpreter.ts';
import type { Solution } from '../solution/solution.ts';
import { hostileIntent } from './generate/hostile.ts';
import { loadGenerated, solutionFiles } from './generate/solution.ts';
import { makeObserver } from './observed-step.ts';
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
  /** Absent where the property held in every step. */
  readonly counterexample: Counterexample | undefined;
}

/** A shrunk run that breaks the property. */
export interface Counterexample {
  readonly why: string;
  readonly files: ReadonlyMap<string, string>;
  /** Intents in the order of the run, with the thread of each. */
  readonly intents: readonly (Intent & { readonly by: ThreadId })[];
}

/** Units: `runs` counts solutions, each with a run of up to `steps` steps. */
export interface Sampling {
  readonly seed: number;
  readonly runs: number;
  readonly steps: number;
}

/** What a planted hole replaces: an effect of the kernel, or its engine. */
export interface Planted {
  readonly parts?: Parts;
  readonly engine?: <Context extends object>(
    honest: SecurityModule<Context>,
  ) => SecurityModule<Context>;
}

interface Tally {
  steps: number;
  witnesses: number;
}

type Intents = Counterexample['intents'];

/**
 * One run: every choice is a number that picks a ready thread and an intent. Where nobody can act
 * any more the system boots anew.
 */
const firstFault = (
  property: RunProperty,
  solution: Solution,
  choices: readonly number[],
  { parts: use = parts, engine = (honest) => honest }: Planted,
  tally: Tally,
): { readonly why: string; readonly intents: Intents } | undefined => {
  const honest = interpret(solution);
  const kernel = makeMicro(use)({ solution, security: engine(honest), limits: exploring });
  const booted = kernel.boot();
  if (kernel.ready(booted.state).length === 0) return undefined;
  const observe = makeObserver(kernel);
  const begin = () => ({
    state: booted.state,
    judge: property.start({ solution, security: honest, boot: booted.events }),
    intents: [] as Intents[number][],
  });
  let run = begin();
  for (const choice of choices) {
    if (kernel.ready(run.state).length === 0) run = begin();
    const ready = kernel.ready(run.state);
    const action = {
      ...hostileIntent(Math.floor(choice / 8)),
      by: at(ready, choice % ready.length),
    };
    const step = kernel.step(run.state, action);
    run.intents.push(action);
    tally.steps += 1;
    const judgement = run.judge(observe(run.state, action, step));
    if (judgement.kind === 'broken') return { why: judgement.why, intents: run.intents };
    if (judgement.kind === 'witnessed') tally.witnesses += 1;
    run = { ...run, state: step.next };
  }
  return undefined;
};

const runsOf = (steps: number) =>
  fc.tuple(
    solutionFiles,
    fc.array(fc.nat({ max: 0x7fff_ffff }), { minLength: 1, maxLength: steps, size: 'max' }),
  );

/**
 * Tries a property over generated solutions and hostile runs (fast-check; shrunk counterexample).
 *
 * Shape: `planted` puts a hole into what the property guards, to show that it would be found.
 */
export const sampleProperty = (
  property: RunProperty,
  { seed, runs, steps }: Sampling,
  planted: Planted = {},
): PropertyResult => {
  const tally: Tally = { steps: 0, witnesses: 0 };
  const details = fc.check(
    fc.property(runsOf(steps), ([files, choices]) => {
      const solution = loadGenerated(files, catalogue);
      return firstFault(property, solution, choices, planted, tally) === undefined;
    }),
    { seed, numRuns: runs },
  );
  const { name, requirement, statement } = property;
  const result = { name, requirement, statement, seed, runs: details.numRuns, ...tally };
  if (!details.failed) return { ...result, counterexample: undefined };
  const [files, choices] = at(details.counterexample ?? [], 0);
  const solution = loadGenerated(files, catalogue);
  const fault = firstFault(property, solution, choices, planted, { steps: 0, witnesses: 0 });
  const thrown =
    details.errorInstance instanceof Error ? details.errorInstance.message : 'it threw';
  const why = fault?.why ?? thrown;
  return { ...result, counterexample: { why, files, intents: fault?.intents ?? [] } };
};
