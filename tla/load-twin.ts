import { Defect } from '../model/defect.ts';
import { catalogue } from '../kss/catalogue.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';

/**
 * The solution of a twin, which must be right.
 *
 * Throws: `Defect`, with the first diagnostic, if it is not.
 */
export const loadTwin = (name: string, files: ReadonlyMap<string, string>): Solution => {
  const { solution, diagnostics } = load({ name, files }, catalogue);
  if (solution !== undefined) return solution;
  throw new Defect(`the solution of the twin ${name}: ${diagnostics[0]?.message ?? 'none'}`);
};
