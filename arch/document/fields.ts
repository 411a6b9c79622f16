import { findWord, meets, ones, wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';
import type { WalkCode } from './codes.ts';

/** Something that is wrong with a document. Shape: `path` as in `tests[0].memory[2].addr`. */
export interface Complaint {
  readonly code: WalkCode;
  readonly path: string;
  readonly message: string;
}

export type Complain = (code: WalkCode, path: string, message: string) => void;

/** A value in a document, and where it stands. */
export interface Placed {
  readonly path: string;
  readonly value: unknown;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object, by name. */
export const objectAt = (
  { path, value }: Placed,
  complain: Complain,
): ReadonlyMap<string, unknown> | undefined => {
  if (isObject(value)) return new Map(Object.entries(value));
  complain('WLK-003', path, 'an object is expected');
  return undefined;
};

/** A member of an object; its value is absent if it is not there. */
export const memberAt = (
  path: string,
  members: ReadonlyMap<string, unknown>,
  name: string,
): Placed => ({ path: path === '' ? name : `${path}.${name}`, value: members.get(name) });

/** The items of an array, one at a time: there may be many. */
export function* itemsAt({ path, value }: Placed, complain: Complain): Generator<Placed> {
  if (!Array.isArray(value)) {
    complain('WLK-003', path, 'an array is expected');
    return;
  }
  const items: readonly unknown[] = value;
  for (const [index, item] of items.entries()) {
    yield { path: `${path}[${String(index)}]`, value: item };
  }
}

export const textAt = ({ path, value }: Placed, complain: Complain): string | undefined => {
  if (typeof value === 'string') return value;
  complain('WLK-003', path, 'a text is expected');
  return undefined;
};

/** One of some texts. */
export const choiceAt = <Choice extends string>(
  { path, value }: Placed,
  choices: readonly Choice[],
  complain: Complain,
): Choice | undefined => {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) complain('WLK-003', path, `one of ${choices.join(', ')} is expected`);
  return found;
};

const findNumber = (value: unknown): Word | undefined => {
  if (typeof value === 'string') return findWord(value);
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? wordOfNumber(value)
    : undefined;
};

/** A word of so many bits, given as a JSON number or as hexadecimal digits after `0x`. */
export const wordAt = (
  { path, value }: Placed,
  bits: number,
  complain: Complain,
): Word | undefined => {
  const word = findNumber(value);
  if (word === undefined) {
    const code = ['string', 'number'].includes(typeof value) ? 'WLK-004' : 'WLK-003';
    complain(code, path, 'a number from 0 to 2^53 - 1, or a text "0x…" of 64 bits, is expected');
    return undefined;
  }
  if (bits >= 64 || !meets(word, ones(bits, 63))) return word;
  complain('WLK-004', path, `at most ${String(bits)} bits are expected`);
  return undefined;
};
