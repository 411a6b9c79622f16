import { alphabetIn, alphabetsOf } from '../assurance/alphabet.ts';
import { mostGeneral } from '../assurance/most-general.ts';
import { objectiveMonitor } from '../assurance/objective-monitor.ts';
import { at } from '../model/defect.ts';
import { runMonitor, runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Action, Started } from '../model/step.ts';
import { running } from '../kernel/kernel.ts';
import type { Facts, Kernel } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { parts } from '../kernel/micro/parts.ts';
import type { Parts } from '../kernel/micro/parts.ts';
import { compile } from '../kss/compiled/compile.ts';
import { automatonProgram } from '../simulator/automaton-program.ts';
import { randomStream } from '../simulator/random.ts';
import type { RandomStream } from '../simulator/random.ts';
import { simulate } from '../simulator/world.ts';
import type { Simulation, World } from '../simulator/world.ts';
import type { Solution } from '../solution/solution.ts';

/** What is there for each process, whatever it does at the moment: its handles, and what has been made. */
export interface Baseline {
  readonly running: readonly string[];
  readonly handles: readonly string[];
  readonly resources: readonly string[];
  /** SIDs that each policy object remembers. */
  readonly contexts: readonly string[];
}

const numbersIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null
    ? Object.keys(value).filter((key) => /^\d+$/.test(key))
    : [];

const contextsOf = (described: unknown): readonly string[] => {
  const objects =
    typeof described === 'object' && described !== null && 'objects' in described
      ? described.objects
      : {};
  return Object.entries(objects ?? {}).map(([name, state]) =>
    [name, ...numbersIn(state)].join(' '),
  );
};

const baselineOf = <State>(
  kernel: Kernel<State>,
  state: State,
  contexts: readonly string[],
): Baseline => {
  const facts = kernel.facts(state);
  return {
    running: facts.processes.flatMap(({ name, state: is }) => (is === 'running' ? [name] : [])),
    handles: facts.handles.map(
      ({ process, number, sid, rights, live }) =>
        `${String(process)}/${String(number)} ${String(sid)} ${String(rights)} ${String(live)}`,
    ),
    resources: facts.resources.map(({ sid, kind }) => `${String(sid)} ${kind}`),
    contexts,
  };
};

/** What one run came to. */
export interface CrashRun {
  readonly crashes: number;
  readonly violated: readonly string[];
  readonly before: Baseline;
  readonly after: Baseline;
}

const supervisorIn = ({ processes }: Facts): number =>
  processes.find(({ name }) => name === 'Supervisor')?.process ?? -1;

const programsOf = (solution: Solution): ((thread: Started) => RunningProgram) => {
  const general = solution.processes.flatMap(({ id }) => (solution.automata.has(id) ? [] : [id]));
  const alphabets = alphabetsOf(solution, general, { services: false });
  const programs = solution.processes.map(({ id }) => {
    const automaton = solution.automata.get(id);
    return automaton === undefined
      ? runProgram(mostGeneral(alphabetIn(alphabets, id)))
      : runProgram(automatonProgram(solution, automaton));
  });
  return ({ process }) => at(programs, process);
};

/** An action of some ready thread, as programs and chance say. */
const usual = <State>(
  simulation: Simulation<State>,
  world: World<State>,
  random: RandomStream,
): Action | undefined => {
  const offers = simulation.offers(world);
  return offers.length === 0 ? undefined : at(offers, random.below(offers.length));
};

/** The exception of some ready thread that is not the supervisor's. */
const crash = <State>(
  { kernel }: Simulation<State>,
  state: State,
  random: RandomStream,
): Action | undefined => {
  const facts = kernel.facts(state);
  const supervisor = supervisorIn(facts);
  const others = kernel
    .ready(state)
    .filter((by) => facts.threads.find(({ thread }) => thread === by)?.process !== supervisor);
  return others.length === 0
    ? undefined
    : { kind: 'trap', code: 1 + random.below(9), by: at(others, random.below(others.length)) };
};

/** Is the supervisor waiting again, and does everybody run? */
const isQuiet = ({ processes, threads }: Facts): boolean => {
  const supervisor = processes.find(({ name }) => name === 'Supervisor');
  const waits = threads.find(({ process }) => process === supervisor?.process)?.waits;
  return processes.every(({ state }) => state === 'running') && waits === 'forKernel';
};

/**
 * Runs the supervised railway: for some steps processes crash by chance, then the supervisor is given time.
 *
 * Shape: `use` replaces a part of the kernel, to plant a hole.
 */
export const crashRun = (
  solution: Solution,
  seed: number,
  steps: number,
  use: Parts = parts,
): CrashRun => {
  const kernel = makeMicro(use)({
    solution,
    security: compile(solution).module,
    limits: running,
  });
  const booted = kernel.boot();
  const describe = (state: typeof booted.state): readonly string[] =>
    contextsOf(compile(solution).module.describe(state.context));
  const monitors = solution.objectives.map((objective) =>
    runMonitor(objectiveMonitor(solution, objective, booted.events)),
  );
  const simulation = simulate(kernel, booted.state, programsOf(solution), monitors);
  const random = randomStream(seed);
  let world = simulation.initial;
  let crashes = 0;
  const go = (action: Action | undefined): void => {
    if (action !== undefined) world = simulation.step(world, action).next;
  };
  for (let step = 0; step < 3000 && !isQuiet(kernel.facts(world.kernel)); step++)
    go(usual(simulation, world, random));
  const before = baselineOf(kernel, world.kernel, describe(world.kernel));
  for (let step = 0; step < steps; step++) {
    const fault = random.below(20) === 0 ? crash(simulation, world.kernel, random) : undefined;
    if (fault !== undefined) crashes += 1;
    go(fault ?? usual(simulation, world, random));
  }
  for (let step = 0; step < 2000 && !isQuiet(kernel.facts(world.kernel)); step++)
    go(usual(simulation, world, random));
  return {
    crashes,
    violated: world.monitors.flatMap(({ name, broken }) => (broken === undefined ? [] : [name])),
    before,
    after: baselineOf(kernel, world.kernel, describe(world.kernel)),
  };
};
