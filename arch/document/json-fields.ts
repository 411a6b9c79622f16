import { findWord, meets, ones, wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';

/** Something that is wrong with a document. Shape: `path` as in `tests[0].memory[2].addr`. */
export interface JsonComplaint<Code extends string> {
  readonly code: Code;
  readonly path: string;
  readonly message: string;
}

export type ComplainBy<Code extends string> = (code: Code, path: string, message: string) => void;

/** A value in a document, and where it stands. */
export interface Placed {
  readonly path: string;
  readonly value: unknown;
}

/** The codes for a value of another kind than expected, and for a number that is none or too large. */
export interface FieldCodes<Code extends string> {
  readonly kind: Code;
  readonly number: Code;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of an object; its value is absent if it is not there. */
export const memberAt = (
  path: string,
  members: ReadonlyMap<string, unknown>,
  name: string,
): Placed => ({ path: path === '' ? name : `${path}.${name}`, value: members.get(name) });

const findNumber = (value: unknown): Word | undefined => {
  if (typeof value === 'string') return findWord(value);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? wordOfNumber(value)
    : undefined;
};

/** Readers of the values of a JSON document, which complain by these codes. */
export const fieldsBy = <Code extends string>(codes: FieldCodes<Code>) => {
  /** The members of an object, by name. */
  const objectAt = (
    { path, value }: Placed,
    complain: ComplainBy<Code>,
  ): ReadonlyMap<string, unknown> | undefined => {
    if (isObject(value)) return new Map(Object.entries(value));
    complain(codes.kind, path, 'an object is expected');
    return undefined;
  };

  /** The items of an array, one at a time: there may be many. */
  function* itemsAt({ path, value }: Placed, complain: ComplainBy<Code>): Generator<Placed> {
    if (!Array.isArray(value)) {
      complain(codes.kind, path, 'an array is expected');
      return;
    }
    const items: readonly unknown[] = value;
    for (const [index, item] of items.entries()) {
      yield { path: `${path}[${String(index)}]`, value: item };
    }
  }

  const textAt = ({ path, value }: Placed, complain: ComplainBy<Code>): string | undefined => {
    if (typeof value === 'string') return value;
    complain(codes.kind, path, 'a text is expected');
    return undefined;
  };

  /** One of some texts. */
  const choiceAt = <Choice extends string>(
    { path, value }: Placed,
    choices: readonly Choice[],
    complain: ComplainBy<Code>,
  ): Choice | undefined => {
    const found = choices.find((choice) => choice === value);
    if (found === undefined) complain(codes.kind, path, `one of ${choices.join(', ')} is expected`);
    return found;
  };

  /** A word of so many bits, given as a JSON number or as hexadecimal digits after `0x`. */
  const wordAt = (
    { path, value }: Placed,
    bits: number,
    complain: ComplainBy<Code>,
  ): Word | undefined => {
    const word = findNumber(value);
    if (word === undefined) {
      const code = ['string', 'number'].includes(typeof value) ? codes.number : codes.kind;
      complain(code, path, 'a number from 0 to 2^53 - 1, or a text "0x…" of 64 bits, is expected');
      return undefined;
    }
    if (bits >= 64 || !meets(word, ones(bits, 63))) return word;
    complain(codes.number, path, `at most ${String(bits)} bits are expected`);
    return undefined;
  };

  return { objectAt, itemsAt, textAt, choiceAt, wordAt };
};
