import { InvalidArgumentError } from 'commander';

/** A whole number from 0. */
export const wholeNumber = (text: string): number => {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0)
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

/** Names with commas between them. */
export const names = (text: string): readonly string[] =>
  text.split(',').filter((name) => name !== '');
