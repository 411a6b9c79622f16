import { at } from '../model/defect.ts';
import type { Explored } from '../model/explore.ts';
import { runMonitor } from '../model/running.ts';
import type { Action, Judged } from '../model/step.ts';
import { exploring } from '../kernel/kernel.ts';
import type { Facts } from '../kernel/kernel.ts';
import type { Reason } from '../kss/witness/reason.ts';
import { contractsOf } from '../simulator/contract-monitor.ts';
import type { Objective, Solution } from '../solution/solution.ts';
import { castOf } from './cast.ts';
import type { Cast, CastOptions } from './cast.ts';
import type { Coverage } from './coverage.ts';
import { objectiveMonitor } from './objective-monitor.ts';
import { searchAll } from './search.ts';
import type { SearchOptions, TracedViolation, Watched } from './search.ts';
import type { VerdictCount } from './tally.ts';

/** What is explored: who is untrusted, and up to how many states. */
export interface ExploreOptions extends CastOptions, SearchOptions {}

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

/** How steps end where a table, or a channel's share of it, is full. */
const handleLimits = ['call', 'reply'].flatMap((kind) =>
  ['transfersFull', 'tableFull'].map((because) => `${kind} refused ${because}`),
);

const tooManyHandles = `more handles are given than a search has places for: ${String(exploring.handles)} in a table, of which a channel brings ${String(exploring.transfers)}`;

const reasonsOf = (
  { complete, actions }: Explored<Action>,
  cast: Cast,
  bound: number,
): readonly string[] => [
  ...(complete ? [] : [`the bound of ${String(bound)} states was met`]),
  ...(handleLimits.some((name) => actions.has(name)) ? [tooManyHandles] : []),
  ...new Set(cast.reasons.map(reasonText)),
];

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

/**
 * Explores all that a solution can do, within bounds, with monitors for its objectives, and for the contracts
 * of processes that run their programs.
 *
 * Result: for each of these that can be violated, a shortest trace. Counts are those of the last
 *         search, on which the objectives that hold rest.
 */
export const exploreSolution = (solution: Solution, options: ExploreOptions): Exploration => {
  const given = castOf(solution, options);
  const cast = options.symmetry === 'none' ? { ...given, alike: [] } : given;
  const watched = watchedIn(solution, cast, options);
  const { explored, violations, booted, tally, exchanged } = searchAll(
    solution,
    cast,
    options,
    watched,
  );
  return {
    explored,
    violations,
    boot: booted.events,
    halted: booted.halted,
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
