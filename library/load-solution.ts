import { catalogueOf, securityModels } from '../kss/catalogue.ts';
import { dependencesOf } from '../kss/dependence/dependences.ts';
import { standardOptions } from '../kss/engine-options.ts';
import type { EngineOptions } from '../kss/engine-options.ts';
import type { AnyModel } from '../kss/security-model.ts';
import { sortDiagnostics } from '../model/diagnostic.ts';
import { load, loadAll } from '../solution/load.ts';
import type { Loaded, SolutionInput } from '../solution/load.ts';

type Models = ReadonlyMap<string, AnyModel>;

/** Loads and checks a solution with security models: every one that refmon has, unless others are given. */
export const loadSolution = (input: SolutionInput, models: Models = securityModels): Loaded =>
  load(input, catalogueOf(models));

/** Loads and checks every solution of a directory. */
export const loadSolutions = (
  input: SolutionInput,
  models: Models = securityModels,
): readonly Loaded[] => loadAll(input, catalogueOf(models));

/** With where verdicts depend on how a choice is read. */
const withDependences = (loaded: Loaded, options: EngineOptions): Loaded => {
  const { solution, diagnostics } = loaded;
  if (solution === undefined) return loaded;
  return {
    ...loaded,
    diagnostics: sortDiagnostics([...diagnostics, ...dependencesOf(solution, options)]),
  };
};

/** Loads a solution, and tells where verdicts depend on how a choice is read: what `check` tells. */
export const checkSolution = (
  input: SolutionInput,
  options: EngineOptions = standardOptions,
): Loaded => withDependences(loadSolution(input, options.models), options);

/** The same of every solution of a directory. */
export const checkSolutions = (
  input: SolutionInput,
  options: EngineOptions = standardOptions,
): readonly Loaded[] =>
  loadSolutions(input, options.models).map((loaded) => withDependences(loaded, options));
