import { InvalidArgumentError } from 'commander';
import { findReading, readings, standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';

/** A whole number from 0, in decimal digits: an empty text, as of a variable that is not set, is none. */
export const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!/^[0-9]+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError('a whole number is asked for.');
  return number;
};

/** One more of an option that may stand several times. */
export const listed = (
  directory: string,
  before: readonly string[] | undefined,
): readonly string[] => [...(before ?? []), directory];

/** One more `NAME=VALUE`. */
export const defined = (
  text: string,
  before: ReadonlyMap<string, string> | undefined,
): ReadonlyMap<string, string> => {
  const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_.+-]*)(?:=([\s\S]*))?$/.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('NAME=VALUE is asked for.');
  return new Map([...(before ?? []), [name, value]]);
};

/** Names with commas between them, one at least. */
export const names = (text: string): readonly string[] => {
  const found = text.split(',').filter((name) => name !== '');
  if (found.length === 0) throw new InvalidArgumentError('names with commas are asked for.');
  return found;
};

const allReadings = Object.entries(readings).flatMap(([id, { words }]) =>
  words.map((word) => `${id}=${word}`),
);

/** One more choice that is read in a given way: `C-24=shortCircuit`. */
export const read = (text: string, before: Switches | undefined): Switches => {
  const [id = '', word = ''] = text.split('=', 2);
  const found = findReading(before ?? standardSwitches, id, word);
  if (found !== undefined && text === `${id}=${word}`) return found;
  throw new InvalidArgumentError(`one of ${allReadings.join(', ')} is asked for.`);
};
