import type { ProcessId, ThreadId } from '../model/ids.ts';
import { explore } from '../model/explore.ts';
import type { Explored } from '../model/explore.ts';
import type { RunningMonitor } from '../model/running.ts';
import type { Action, Judged } from '../model/step.ts';
import { exploring } from '../kernel/kernel.ts';
import type { Booted, Facts } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import { interpret } from '../kss/interpreter.ts';
import type { NamedStep } from '../simulator/trace.ts';
import { explorable, simulate } from '../simulator/world.ts';
import type { Objective, Solution } from '../solution/solution.ts';
import type { Cast } from './cast.ts';
import { permutationsOf } from './permutations.ts';
import type { Permutation } from './permutations.ts';
import { symmetric } from './symmetry.ts';
import { makeTally } from './tally.ts';
import type { Tally } from './tally.ts';

/** How far a search goes, and what it counts. */
export interface SearchOptions {
  readonly objectives: readonly Objective[];
  readonly states: number;
  /** Ways in which no service of the kernel ended are told. */
  readonly services: boolean;
  /** The security engine is made with these; with the standard ones, if absent. */
  readonly engine?: EngineOptions;
  /** `none`: states are searched one by one, also where processes can change places. Else what joins them: a part that tests replace by a wrong one. */
  readonly symmetry?: 'none' | typeof symmetric;
  /** Told now and then how many states are known. */
  readonly progress?: (states: number) => void;
}

export interface TracedViolation {
  readonly property: string;
  /** What the monitor says of it. */
  readonly why: string;
  readonly boot: readonly Judged[];
  readonly trace: readonly NamedStep[];
}

/** What a search watches: an objective, or a contract of a process that runs its program. */
export interface Watched {
  readonly name: string;
  readonly start: (events: readonly Judged[], facts: Facts) => RunningMonitor;
}

/** What one search came to. */
export interface Searched {
  /** What it began with. */
  readonly booted: Pick<Booted<unknown>, 'events' | 'halted'>;
  readonly explored: Explored<Action>;
  readonly violations: readonly TracedViolation[];
  readonly tally: Tally;
  /** Processes of which states that differ in who is who were one. */
  readonly exchanged: Cast['alike'];
}

/** After so many states progress is told. */
const statesBetween = 10_000;

const isMoved = (permutations: readonly Permutation[], thread: ThreadId): boolean =>
  permutations.some((permutation) => permutation[thread] !== thread);

/** One search with a monitor for whatever is watched; all objectives are counted. */
const search = (
  solution: Solution,
  cast: Cast,
  options: SearchOptions,
  watched: readonly Watched[],
  alike: Cast['alike'],
): Searched => {
  const { objectives, states, engine, services, symmetry } = options;
  const kernel = makeMicro()({
    solution,
    security: interpret(solution, engine),
    limits: exploring,
  });
  const booted = kernel.boot();
  const facts = kernel.facts(booted.state);
  const monitors = watched.map(({ start }) => start(booted.events, facts));
  const simulation = simulate(kernel, booted.state, cast.programOf, monitors);
  const tally = makeTally(solution, objectives, services);
  tally.count(booted.events);
  const counted: typeof simulation = {
    ...simulation,
    step: (world, action) => {
      const stepped = simulation.step(world, action);
      tally.countStep(action, stepped.report, (thread) => kernel.nameOf(world.kernel, thread));
      return stepped;
    },
  };
  const threadsOf = (process: ProcessId): readonly ThreadId[] =>
    facts.threads.flatMap((one) => (one.process === process ? [one.thread] : []));
  const permutations = permutationsOf(
    alike.map((group) => group.flatMap(threadsOf)),
    kernel.threads,
  );
  const visit = {
    state: (number: number) => {
      if (number > 0 && number % statesBetween === 0) options.progress?.(number);
    },
  };
  const join = typeof symmetry === 'function' ? symmetry : symmetric;
  const joined = permutations.length > 1 ? join(simulation, counted, permutations) : undefined;
  const explored =
    joined === undefined
      ? explore(explorable(counted), { states }, visit)
      : explore(joined.space, { states }, visit);
  if (joined?.isSymmetric() === false) return search(solution, cast, options, watched, []);

  const tellTrace = (property: string, actions: readonly Action[]): TracedViolation => {
    let world = simulation.initial;
    const trace = actions.map((action): NamedStep => {
      const before = world.kernel;
      const { next, report } = simulation.step(world, action);
      world = next;
      return { action, report, nameOf: (thread) => kernel.nameOf(before, thread) };
    });
    const why = world.monitors.find(({ name }) => name === property)?.broken ?? '';
    return { property, why, boot: booted.events, trace };
  };
  return {
    booted,
    explored,
    violations: explored.violations.map(({ property, trace }) => tellTrace(property, trace)),
    tally,
    exchanged: alike
      .map((group) =>
        group.filter((process) => threadsOf(process).some((one) => isMoved(permutations, one))),
      )
      .filter((group) => group.length > 0),
  };
};

/**
 * Searches until what is watched is not violated. A search ends wherever an objective is violated,
 * and others may be violated beyond, or sooner by a way through there. So the first violations
 * alone are sure to be told by a shortest trace; the rest is searched again without them.
 */
export const searchAll = (
  solution: Solution,
  cast: Cast,
  options: SearchOptions,
  watched: readonly Watched[],
): Searched => {
  const searched = search(solution, cast, options, watched, cast.alike);
  const [nearest] = searched.violations;
  const sure = searched.violations.filter(({ trace }) => trace.length === nearest?.trace.length);
  const left = watched.filter(({ name }) => sure.every(({ property }) => property !== name));
  if (sure.length === 0 || left.length === 0) return searched;
  // What did not hold once does not hold again.
  const rest = searchAll(solution, { ...cast, alike: searched.exchanged }, options, left);
  return { ...rest, violations: [...sure, ...rest.violations] };
};
