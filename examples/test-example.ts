import { exploreSolution } from '../assurance/explore-solution.ts';
import type { Exploration } from '../assurance/explore-solution.ts';
import type { Judged } from '../model/step.ts';
import { catalogue } from '../kss/catalogue.ts';
import { runSolution } from '../simulator/run.ts';
import type { RunStep } from '../simulator/run.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import { exampleFiles } from './embedded.ts';

/** A passage of a file of an example, and what is put in its place. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const changed = (
  files: ReadonlyMap<string, string>,
  { file, from, to }: Change,
): ReadonlyMap<string, string> => {
  const text = files.get(file) ?? '';
  if (!text.includes(from)) throw new Error(`${file} does not say: ${from}`);
  return new Map([...files, [file, text.replace(from, to)]]);
};

/**
 * An example that ships, with some passages changed.
 *
 * Throws: if it does not load without a word, or has no such passage.
 */
export const exampleSolution = (name: string, ...changes: readonly Change[]): Solution => {
  const files = changes.reduce(changed, exampleFiles.get(name) ?? new Map<string, string>());
  const { solution, diagnostics } = load({ name, files }, catalogue);
  const [first] = diagnostics;
  if (first !== undefined) throw new Error(`${name}: ${first.code} ${first.message}`);
  if (solution === undefined) throw new Error(`${name} does not load`);
  return solution;
};

/** The search in which an objective, and those that distrust the same processes, are put to the test. */
export const exploredFor = (solution: Solution, objective: string): Exploration => {
  const key = (untrusted: readonly number[]): string => untrusted.join();
  const untrusted = solution.objectives.find(({ name }) => name === objective)?.untrusted ?? [];
  const objectives = solution.objectives.filter((one) => key(one.untrusted) === key(untrusted));
  return exploreSolution(solution, { untrusted, objectives, states: 100_000, services: false });
};

/** The names of the objectives that are violated, with the length of the shortest trace. */
export const violatedIn = ({ violations }: Exploration): readonly (readonly [string, number])[] =>
  violations.map(({ property, trace }) => [property, trace.length]);

/** The steps of a run, from its start. */
export const stepsOf = (
  solution: Solution,
  seed: number,
  steps: number,
  faults: readonly Fault[] = [],
): readonly RunStep[] => [...runSolution(solution, { seed, steps, faults }).steps];

/** The digests of the states of a run. */
export const digestsOf = (solution: Solution, seed: number, steps: number): readonly string[] =>
  stepsOf(solution, seed, steps).map(({ state }) => state);

/** What was judged in a run after boot. */
export const judgedIn = (steps: readonly RunStep[]): readonly Judged[] =>
  steps.flatMap(({ report }) => report.events);

/** `request Editor FileServer file.Publish`, `execute Einit Editor`: whose event of what. */
export const eventName = ({ event }: Judged): string => {
  const { kind, source, destination, endpoint, method } = event;
  const called = endpoint === undefined ? '' : ` ${endpoint}.${method ?? ''}`;
  return `${kind} ${source.name} ${destination?.name ?? ''}${called}`;
};
