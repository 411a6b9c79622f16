import { catalogue } from '../kss/catalogue.ts';
import { load, loadAll } from '../solution/load.ts';
import type { Loaded, SolutionInput } from '../solution/load.ts';

/** Loads and checks a solution with every security model that refmon has. */
export const loadSolution = (input: SolutionInput): Loaded => load(input, catalogue);

/** Loads and checks every solution of a directory. */
export const loadSolutions = (input: SolutionInput): readonly Loaded[] => loadAll(input, catalogue);
