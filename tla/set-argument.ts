import { namesOf } from './expression.ts';
import type { Argument } from './twin.ts';

/** A set of names as an argument; a label has them in a row, or the word for none. */
export const setArgument = (names: readonly string[], none: string): Argument => ({
  word: names.length === 0 ? none : names.join('_'),
  expression: namesOf(names),
});
