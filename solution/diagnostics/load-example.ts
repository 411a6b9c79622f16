import type { ModelCatalogue } from '../catalogue.ts';
import { load } from '../load.ts';
import type { Loaded } from '../load.ts';
import { baseSolution } from './base-solution.ts';
import type { Example, Files } from './example.ts';

/** All texts of an example, by path. */
export const filesOf = ({ files, on = 'base' }: Example): Files =>
  on === 'base' ? { ...baseSolution, ...files } : files;

/** Loads the solution of an example. */
export const loadExample = (example: Example, catalogue: ModelCatalogue): Loaded =>
  load(
    {
      name: example.code,
      files: new Map(Object.entries(filesOf(example))),
      ...example.input,
    },
    catalogue,
  );

/** The example with its cure taken, where that can be shown. */
export const findCured = (example: Example): Example | undefined =>
  example.cured === undefined ? undefined : { ...example, files: example.cured };
