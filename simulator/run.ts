import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { ThreadId } from '../model/ids.ts';
import type { Judged, Started } from '../model/step.ts';
import { running } from '../kernel/kernel.ts';
import type { Facts, System } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { interpret } from '../kss/interpreter.ts';
import type { Solution } from '../solution/solution.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import { contractsOf } from './contract-monitor.ts';
import { designChosen } from './chosen-machine.ts';
import type { ChosenMachine, DesignChosen } from './chosen-machine.ts';
import { counting } from '../arch/machine/counting.ts';
import type { AskedByName, Counting } from '../arch/machine/counting.ts';
import { planOf } from '../kernel/micro/plan.ts';
import { placingOf } from './fetch-code.ts';
import type { Placing } from './fetch-code.ts';
import { automatonProgram } from './automaton-program.ts';
import { defaultProgram } from './default-program.ts';
import { denyingStarts } from './denied-starts.ts';
import type { FindDevice } from './device-features.ts';
import { digestState } from './digest.ts';
import { devicesOfMachine } from './machine-devices.ts';
import { playStep, startPlaying } from './play.ts';
import type { Stage } from './play.ts';
import { randomStream } from './random.ts';
import type { RandomStream } from './random.ts';
import type { NamedStep } from './trace.ts';
import { simulate } from './world.ts';
import type { World } from './world.ts';

/** From the step after `after` on, choices are made with another seed. */
export interface Fork {
  readonly after: number;
  readonly seed: number;
}

/**
 * All that a run depends on besides its solution.
 *
 * Shape: `forks` and `faults` in the order of their steps.
 * Units: `steps` counts actions.
 */
export interface RunOptions {
  readonly seed: number;
  readonly steps: number;
  readonly forks?: readonly Fork[];
  readonly faults?: readonly Fault[];
  /** What the kernel runs on; the abstract machine, and nothing is fetched, if nothing is said. */
  readonly machine?: ChosenMachine;
}

/** One step of a run. `state` is the digest of the kernel's state after it. */
export interface RunStep extends NamedStep {
  readonly n: number;
  readonly state: string;
  /** Whose thread acted; absent for time. */
  readonly process: string | undefined;
  /** The state after it as plain data, and in the words of any kernel. */
  readonly describe: () => unknown;
  readonly facts: () => Facts;
  /** Ticks that have passed. */
  readonly ticks: number;
  /** What breaks a contract from this step on, in words. */
  readonly broken: readonly string[];
  /** What the step has asked of translators; nothing where no machine was chosen. */
  readonly asked: AskedByName;
}

/** A run that has booted; its steps are made one at a time, as they are asked for. */
export interface Run {
  readonly boot: readonly Judged[];
  readonly halted: boolean;
  /** The digest of the state after boot. */
  readonly state: string;
  readonly describe: () => unknown;
  /** The cores, and what boot has asked of translators; absent where no machine was chosen. */
  readonly machine: { readonly cores: number; readonly asked: AskedByName } | undefined;
  readonly steps: Iterable<RunStep>;
}

/** The numbers that step `n` is chosen with: a fork right before it begins them anew. */
const forkedAt = (n: number, { forks = [] }: RunOptions, so: RandomStream): RandomStream => {
  const fork = forks.findLast(({ after }) => after === n - 1);
  return fork === undefined ? so : randomStream(fork.seed);
};

/** Programs in place of a solution's own, for threads that begin; absent where its own is meant. */
export type GivenPrograms = (started: Started) => RunningProgram | undefined;

/** A process without a program calls nobody and answers with defaults. */
const programsOf =
  (solution: Solution, given: GivenPrograms, devices: FindDevice) =>
  (started: Started): RunningProgram => {
    const { process } = started;
    const own = given(started);
    if (own !== undefined) return own;
    const automaton = solution.automata.get(process);
    return automaton === undefined
      ? runProgram(defaultProgram)
      : runProgram(automatonProgram(solution, automaton, { devices }));
  };

/** What monitors say now, and did not say before. */
const newlyBroken = <State>(before: World<State>, after: World<State>): readonly string[] =>
  after.monitors.flatMap(({ broken }, index) =>
    broken !== undefined && before.monitors[index]?.broken === undefined ? [broken] : [],
  );

function* stepsOf<State>(
  stage: Stage<State>,
  options: RunOptions,
  { take }: Counting,
): Generator<RunStep> {
  const { kernel, simulation } = stage;
  const { steps, faults = [] } = options;
  let random = randomStream(options.seed);
  let so = startPlaying(simulation);
  for (let n = 1; n <= steps; n++) {
    random = forkedAt(n, options, random);
    const came = faults.filter(({ at }) => at === n);
    take();
    const played = playStep(stage, so, came, random);
    const asked = take();
    if (played === undefined) return;
    const before = so.world.kernel;
    const { next, ...step } = played;
    const broken = newlyBroken(so.world, next.world);
    so = next;
    const after = next.world.kernel;
    const nameOf = (thread: ThreadId): string => kernel.nameOf(before, thread);
    const describe = (): unknown => kernel.describe(after);
    const facts = (): Facts => kernel.facts(after);
    const state = digestState(kernel, after);
    yield { n, ...step, came, nameOf, state, describe, facts, ticks: next.ticks, broken, asked };
  }
}

/** The machine of a run as a kernel is given it, and where its threads run; nothing, where none was chosen. */
const machineOfRun = (
  solution: Solution,
  { machine }: RunOptions,
  { through }: Counting,
  design: DesignChosen,
): { readonly machine: Pick<System<object>, 'machine'>; readonly placing: Placing | undefined } => {
  if (machine === undefined) return { machine: {}, placing: undefined };
  const made = design(machine, through);
  return { machine: { machine: made }, placing: placingOf(planOf(solution, running, made)) };
};

/**
 * Boots a solution and lets its programs run, with the faults that are asked for. Ends when nobody can act.
 *
 * Throws: `Defect`, if the machine has no room for the solution; see `findMachineShortage`.
 * Source: spec/formats/trace.md, spec/formats/faults.md.
 */
export const runSolution = (
  solution: Solution,
  options: RunOptions,
  given: GivenPrograms = () => undefined,
  design: DesignChosen = designChosen,
): Run => {
  const refused = (options.faults ?? []).filter(({ fault }) => fault === 'deny-start');
  const names = new Set(refused.map(({ process }) => process));
  const security = denyingStarts(interpret(solution), names);
  const counter = counting();
  const { machine, placing } = machineOfRun(solution, options, counter, design);
  const kernel = makeMicro()({ solution, security, limits: running, ...machine });
  const booted = kernel.boot();
  const asked = counter.take();
  const programmed = solution.processes.flatMap(({ id, name }) =>
    solution.automata.has(id) ? [name] : [],
  );
  const facts = kernel.facts(booted.state);
  const devices = devicesOfMachine(solution, options.machine);
  const contracts = contractsOf(solution, programmed, devices).map(({ start }) => start(facts));
  const simulation = simulate(
    kernel,
    booted.state,
    programsOf(solution, given, devices),
    contracts,
  );
  const stage = { kernel, simulation, solution, placing };
  return {
    boot: booted.events,
    halted: booted.halted,
    state: digestState(kernel, booted.state),
    describe: () => kernel.describe(booted.state),
    machine: placing === undefined ? undefined : { cores: placing.cores, asked },
    steps: { [Symbol.iterator]: () => stepsOf(stage, options, counter) },
  };
};
