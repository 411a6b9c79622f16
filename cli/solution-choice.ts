import type { SolutionPlace } from '../library/node/read-solution.ts';
import type { Switches } from '../spec/switches.ts';

/** The solution that the user named, as given on the command line. */
export interface SolutionChoice extends SolutionPlace {
  /** Files of users' own security models. */
  readonly models?: readonly string[];
  readonly switches?: Switches;
}
