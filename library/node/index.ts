/** refmon as a library for Node: all of it, and solutions read from a directory. */
export * from '../index.ts';
export { readLimits, readSolution } from './read-solution.ts';
export type { ReadSolution, SolutionPlace } from './read-solution.ts';
export type { Unreadable } from './unreadable.ts';
