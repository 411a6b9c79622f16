import type { EngineOptions } from '../kss/engine-options.ts';
import { loadSolution } from '../library/load-solution.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Loaded, SolutionInput } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import { exits } from './failure.ts';
import type { Exit } from './failure.ts';
import { diagnosticJson } from './output.ts';
import type { Output } from './output.ts';
import { readEngine } from './read-engine.ts';
import { readSolution } from '../library/node/read-solution.ts';
import type { SolutionChoice } from './solution-choice.ts';

/** A solution that has loaded, and what it was made from. */
export interface Given {
  readonly input: SolutionInput;
  readonly loaded: Loaded;
  readonly solution: Solution;
  /** The models that it was loaded with, and the readings that the user chose. */
  readonly engine: EngineOptions;
}

/** Says why there is no solution. */
export const refuse = (
  output: Output,
  diagnostics: readonly Diagnostic[],
  files: ReadonlyMap<string, string>,
): Exit => {
  output.tell(diagnostics, files);
  output.sayJson({ ok: false, diagnostics: diagnostics.map(diagnosticJson) });
  return exits.fault;
};

/** Reads and loads a solution, then goes on with it; says what is wrong, if it does not load. */
export const withSolution = async (
  choice: SolutionChoice,
  output: Output,
  then: (given: Given) => Exit | Promise<Exit>,
): Promise<Exit> => {
  const engine = await readEngine(choice);
  if (engine.kind === 'unreadable') return refuse(output, engine.diagnostics, new Map());
  const read = readSolution(choice);
  if (read.kind === 'unreadable') return refuse(output, read.diagnostics, new Map());
  const loaded = loadSolution(read.input, engine.options.models);
  const { solution, diagnostics } = loaded;
  if (solution === undefined) return refuse(output, diagnostics, read.texts);
  output.tell(diagnostics, read.texts);
  return then({ input: read.input, loaded, solution, engine: engine.options });
};
