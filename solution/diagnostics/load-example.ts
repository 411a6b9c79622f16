import type { ModelCatalogue } from '../catalogue.ts';
import { sortDiagnostics } from '../../model/diagnostic.ts';
import { load } from '../load.ts';
import type { Loaded } from '../load.ts';
import { readFaults } from '../yaml/faults.ts';
import { baseSolution } from './base-solution.ts';
import type { Example, Files } from './example.ts';

/** The name that a faults file has in examples. */
const faultsFile = 'faults.yaml';

/** All texts of an example, by path. */
export const filesOf = ({ files, on = 'base' }: Example): Files =>
  on === 'base' ? { ...baseSolution, ...files } : files;

/** What is told of the faults file of an example, which is of runs and not of the solution. */
const faultsTold = (loaded: Loaded, text: string | undefined): Loaded => {
  const { solution, diagnostics } = loaded;
  if (solution === undefined || text === undefined) return loaded;
  const told = readFaults({ file: faultsFile, text }, solution.processes).diagnostics;
  return { ...loaded, diagnostics: sortDiagnostics([...diagnostics, ...told]) };
};

/** Loads the solution of an example, and reads its faults file if it has one. */
export const loadExample = (example: Example, catalogue: ModelCatalogue): Loaded => {
  const files = new Map(Object.entries(filesOf(example)));
  const loaded = load({ name: example.code, files, ...example.input }, catalogue);
  return faultsTold(loaded, files.get(faultsFile));
};

/** The example with its cure taken, where that can be shown. */
export const findCured = (example: Example): Example | undefined =>
  example.cured === undefined ? undefined : { ...example, files: example.cured };
