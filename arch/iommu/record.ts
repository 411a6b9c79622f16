import { encode, numberIn } from '../layout.ts';
import type { Layout } from '../layout.ts';
import { zero } from '../word.ts';
import type { Word } from '../word.ts';

/** Numbers of a structure of several words, by the names of its fields, which stand in one word each. */
export type RecordNumbers<Name extends string> = Readonly<Partial<Record<Name, number>>>;

/** The words of a structure; numbers that are not said are 0. */
export const encodeRecord = <Name extends string>(
  layouts: readonly Layout<Name>[],
  numbers: RecordNumbers<NoInfer<Name>>,
): readonly Word[] => {
  const said: Readonly<Record<string, number>> = Object.fromEntries(Object.entries(numbers));
  return layouts.map((one) => encode(one, { address: 0, numbers: said }));
};

/** A number of a structure. */
export const numberOfRecord = <Name extends string>(
  layouts: readonly Layout<Name>[],
  words: readonly Word[],
  name: NoInfer<Name>,
): number =>
  layouts.reduce((sum, one, index) => sum + numberIn(one, words[index] ?? zero, name), 0);
