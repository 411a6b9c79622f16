import type { KnownFault } from '../known-answer.ts';
import type { Raised } from '../walk.ts';

/** Faults that are raised in one way, with the level and the code that they tell. */
export const raisedAs =
  (raises: Raised) =>
  (fault: KnownFault['fault'], level: number, code: string): KnownFault => ({
    fault,
    raises,
    level,
    code,
  });
