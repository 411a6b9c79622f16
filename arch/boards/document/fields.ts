import { fieldsBy, memberAt } from '../../document/json-fields.ts';
import type { Placed } from '../../document/json-fields.ts';
import { numberOf } from '../../word.ts';
import type { BoardCode } from '../codes.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import type { Region } from '../region.ts';

const { objectAt, itemsAt, textAt, choiceAt, wordAt } = fieldsBy<BoardCode>({
  kind: 'BRD-001',
  number: 'BRD-003',
});

/** Bits of an address, and of a number of bytes. */
const addressBits = 52;

/**
 * The members of an object of a board document. What is missing or wrong is complained of, and is
 * empty or 0 then: a board with a complaint is not given out.
 */
export interface Members {
  readonly number: (name: string, bits: number) => number;
  readonly address: (name: string) => number;
  readonly text: (name: string) => string;
  /** A text that may be left out. */
  readonly remark: (name: string) => string;
  readonly flag: (name: string) => boolean;
  /** One of some texts. */
  readonly choice: <Choice extends string>(
    name: string,
    choices: readonly Choice[],
    otherwise: Choice,
  ) => Choice;
  /** The items of an array that may be left out. */
  readonly items: <Item>(name: string, read: (item: Placed) => Item) => readonly Item[];
  /** A member, to be read by others. */
  readonly needed: (name: string) => Placed;
  /** A member that may be left out. */
  readonly part: <Part>(name: string, read: (item: Placed) => Part) => Part | undefined;
}

/** The members of an object; those that are not among the names that it may have are complained of. */
export const membersAt = (
  item: Placed,
  names: readonly string[],
  complain: ComplainOfBoard,
): Members => {
  const members = objectAt(item, complain) ?? new Map<string, unknown>();
  const at = (name: string): Placed => memberAt(item.path, members, name);
  for (const name of members.keys()) {
    if (names.includes(name)) continue;
    complain('BRD-004', at(name).path, `one of ${names.join(', ')} is expected`);
  }
  const number = (name: string, bits: number): number => numberAt(at(name), bits, complain);
  return {
    number,
    address: (name) => number(name, addressBits),
    text: (name) => textAt(at(name), complain) ?? '',
    remark: (name) => (members.has(name) ? (textAt(at(name), complain) ?? '') : ''),
    flag: (name) => flagAt(at(name), complain),
    choice: (name, choices, otherwise) => choiceAt(at(name), choices, complain) ?? otherwise,
    items: (name, read) => (members.has(name) ? [...itemsAt(at(name), complain)].map(read) : []),
    needed: at,
    part: (name, read) => (members.has(name) ? read(at(name)) : undefined),
  };
};

/** A number of so many bits. */
export const numberAt = (item: Placed, bits: number, complain: ComplainOfBoard): number => {
  const word = wordAt(item, bits, complain);
  return word === undefined ? 0 : numberOf(word);
};

export const stringAt = (item: Placed, complain: ComplainOfBoard): string =>
  textAt(item, complain) ?? '';

/** Numbers by names of any kind. */
export const numbersAt = (
  item: Placed,
  complain: ComplainOfBoard,
): Readonly<Record<string, number>> => {
  const members = objectAt(item, complain) ?? new Map<string, unknown>();
  const numbers = [...members.keys()].map(
    (name) => [name, numberAt(memberAt(item.path, members, name), 32, complain)] as const,
  );
  return Object.fromEntries(numbers);
};

/** One of some texts, if it is one. */
export const findChoiceAt = choiceAt;

const flagAt = ({ path, value }: Placed, complain: ComplainOfBoard): boolean => {
  if (typeof value !== 'boolean') complain('BRD-001', path, 'true or false is expected');
  return value === true;
};

export const regionAt = (item: Placed, complain: ComplainOfBoard): Region => {
  const { address } = membersAt(item, ['base', 'bytes'], complain);
  return { base: address('base'), bytes: address('bytes') };
};
