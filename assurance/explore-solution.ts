import { at } from '../model/defect.ts';
import type { ProcessId, ThreadId } from '../model/ids.ts';
import { explore } from '../model/explore.ts';
import type { Explored } from '../model/explore.ts';
import { runMonitor } from '../model/running.ts';
import type { RunningMonitor } from '../model/running.ts';
import type { Action, Judged } from '../model/step.ts';
import { exploring } from '../kernel/kernel.ts';
import type { Facts } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import { interpret } from '../kss/interpreter.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { contractsOf } from '../simulator/contract-monitor.ts';
import type { NamedStep } from '../simulator/trace.ts';
import { explorable, simulate } from '../simulator/world.ts';
import type { Objective, Solution } from '../solution/solution.ts';
import { castOf } from './cast.ts';
import type { Cast, CastOptions } from './cast.ts';
import type { Coverage } from './coverage.ts';
import { objectiveMonitor } from './objective-monitor.ts';
import { permutationsOf } from './permutations.ts';
import { symmetric } from './symmetry.ts';
import { makeTally } from './tally.ts';
import type { Tally, VerdictCount } from './tally.ts';

/** What is explored: who is untrusted, and up to how many states. */
export interface ExploreOptions extends CastOptions {
  readonly objectives: readonly Objective[];
  readonly states: number;
  /** The security engine is made with these; with the standard ones, if absent. */
  readonly engine?: EngineOptions;
  /** `none`: states are searched one by one, also where processes can change places. */
  readonly symmetry?: 'none';
}

export interface TracedViolation {
  readonly property: string;
  /** What the monitor says of it. */
  readonly why: string;
  readonly boot: readonly Judged[];
  readonly trace: readonly NamedStep[];
}

/** What an exploration came to, and what it rests on. */
export interface Exploration {
  readonly explored: Explored<Action>;
  readonly violations: readonly TracedViolation[];
  readonly boot: readonly Judged[];
  readonly halted: boolean;
  readonly verdicts: readonly VerdictCount[];
  /** Events that each objective speaks of; none makes it vacuous. */
  readonly judged: ReadonlyMap<string, number>;
  readonly mostGeneral: readonly string[];
  readonly programmed: readonly string[];
  /** Those that did anything that their contract allows. */
  readonly bound: readonly string[];
  /** Groups of processes that can change places: states that differ in that alone were searched once. */
  readonly exchanged: readonly (readonly string[])[];
  /** Which methods, and which services of the kernel, came to what. */
  readonly coverage: Coverage;
  /** Every reason why this is not all that can happen; empty if it is. */
  readonly reasons: readonly string[];
}

const reasonText = ({ at: place, what, why }: Reason): string =>
  `${place === undefined ? '' : `${place}  `}${what}: ${why}`;

const reasonsOf = (
  { complete }: Explored<Action>,
  cast: Cast,
  bound: number,
): readonly string[] => [
  ...(complete ? [] : [`the bound of ${String(bound)} states was met`]),
  ...new Set(cast.reasons.map(reasonText)),
];

/** What a search watches: an objective, or a contract of a process that runs its program. */
interface Watched {
  readonly name: string;
  readonly start: (events: readonly Judged[], facts: Facts) => RunningMonitor;
}

const watchedIn = (
  solution: Solution,
  { programmed }: Cast,
  { objectives }: ExploreOptions,
): readonly Watched[] => [
  ...objectives.map((objective) => ({
    name: objective.name,
    start: (events: readonly Judged[]) => runMonitor(objectiveMonitor(solution, objective, events)),
  })),
  ...contractsOf(solution, programmed).map(({ name, start }) => ({
    name,
    start: (_: readonly Judged[], facts: Facts) => start(facts),
  })),
];

/** What one search came to. */
interface Searched {
  readonly explored: Explored<Action>;
  readonly violations: readonly TracedViolation[];
  readonly tally: Tally;
  /** Processes of which states that differ in who is who were one. */
  readonly exchanged: Cast['alike'];
}

/** One search with a monitor for whatever is watched; all objectives are counted. */
const search = (
  solution: Solution,
  cast: Cast,
  options: ExploreOptions,
  watched: readonly Watched[],
  alike: Cast['alike'],
): Searched => {
  const { objectives, states, engine, services } = options;
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
  const threadsOf = (group: readonly ProcessId[]): readonly ThreadId[] =>
    group.flatMap((process) =>
      facts.threads.flatMap((one) => (one.process === process ? [one.thread] : [])),
    );
  const permutations = permutationsOf(alike.map(threadsOf), kernel.threads);
  const { space, isSymmetric } = symmetric(simulation, counted, permutations);
  const explored =
    permutations.length === 1
      ? explore(explorable(counted), { states })
      : explore(space, { states });
  if (permutations.length > 1 && !isSymmetric()) {
    return search(solution, cast, options, watched, []);
  }

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
    explored,
    violations: explored.violations.map(({ property, trace }) => tellTrace(property, trace)),
    tally,
    exchanged: permutations.length > 1 ? alike : [],
  };
};

/**
 * Searches until what is watched is not violated. A search ends wherever an objective is violated,
 * and others may be violated beyond, or sooner by a way through there. So the first violations
 * alone are sure to be told by a shortest trace; the rest is searched again without them.
 */
const searchAll = (
  solution: Solution,
  cast: Cast,
  options: ExploreOptions,
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

/**
 * Explores all that a solution can do, within bounds, with monitors for its objectives, and for the contracts
 * of processes that run their programs.
 *
 * Result: for each of these that can be violated, a shortest trace. Counts are those of the last
 *         search, on which the objectives that hold rest.
 */
export const exploreSolution = (solution: Solution, options: ExploreOptions): Exploration => {
  const security = interpret(solution, options.engine);
  const kernel = makeMicro()({ solution, security, limits: exploring });
  const { events: boot, halted } = kernel.boot();
  const given = castOf(solution, options);
  const cast = options.symmetry === 'none' ? { ...given, alike: [] } : given;
  const watched = watchedIn(solution, cast, options);
  const { explored, violations, tally, exchanged } = searchAll(solution, cast, options, watched);
  return {
    explored,
    violations,
    boot,
    halted,
    verdicts: tally.verdicts(),
    judged: tally.judged(),
    mostGeneral: cast.mostGeneral,
    programmed: cast.programmed,
    bound: cast.bound,
    coverage: tally.coverage(),
    exchanged: exchanged.map((group) => group.map((id) => at(solution.processes, id).name)),
    reasons: reasonsOf(explored, cast, options.states),
  };
};

/** The objectives of which no event was ever tried: that they hold says nothing. */
export const vacuousIn = (
  { judged }: Exploration,
  objectives: readonly Objective[],
): readonly string[] =>
  objectives.flatMap(({ name }) => ((judged.get(name) ?? 0) === 0 ? [name] : []));
