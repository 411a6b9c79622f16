import { Defect } from '../model/defect.ts';
import { field, or, power, ones, withField, zero } from './word.ts';
import type { Word } from './word.ts';

/**
 * A run of bits of an entry.
 *
 * Shape: `reserved` must be 0; `fixed` is what tells this kind of entry from others. Of an address
 *        `holds` is the bit of the physical address that the lowest bit of the run is.
 */
export type Field<Name extends string> =
  | { readonly kind: 'number'; readonly name: Name; readonly first: number; readonly last: number }
  | AddressField
  | {
      readonly kind: 'fixed';
      readonly name: string;
      readonly first: number;
      readonly last: number;
      readonly value: number;
    }
  | { readonly kind: 'ignored' | 'reserved'; readonly first: number; readonly last: number };

interface AddressField {
  readonly kind: 'address';
  readonly first: number;
  readonly last: number;
  readonly holds: number;
}

/** The format of one kind of entry: its bits from 0 up, without a gap, as the manual's table has them. */
export interface Layout<Name extends string = string> {
  readonly name: string;
  /** The manual's table. */
  readonly source: string;
  readonly fields: readonly Field<Name>[];
  /** The fields that hold an address. */
  readonly addresses: readonly AddressField[];
  /** Bits that must be 0. */
  readonly reserved: Word;
  /** Bits that mean nothing to hardware. */
  readonly ignored: Word;
}

export const flag = <Name extends string>(at: number, name: Name): Field<Name> =>
  number(at, at, name);

export const number = <Name extends string>(
  first: number,
  last: number,
  name: Name,
): Field<Name> => ({ kind: 'number', name, first, last });

export const fixed = (at: number, name: string, value: 0 | 1): Field<never> => ({
  kind: 'fixed',
  name,
  first: at,
  last: at,
  value,
});

/** Bits of a physical address, which stand where they belong unless `holds` says otherwise. */
export const address = (first: number, last: number, holds: number = first): Field<never> => ({
  kind: 'address',
  first,
  last,
  holds,
});

export const reserved = (first: number, last: number = first): Field<never> => ({
  kind: 'reserved',
  first,
  last,
});

export const ignored = (first: number, last: number = first): Field<never> => ({
  kind: 'ignored',
  first,
  last,
});

const maskOf = (fields: readonly Field<string>[], kind: Field<string>['kind']): Word =>
  fields
    .filter((one) => one.kind === kind)
    .reduce((mask, { first, last }) => or(mask, ones(first, last)), zero);

/**
 * A format of so many bits.
 *
 * Throws: `Defect`, if its fields leave a gap or overlap.
 */
export const layout = <Name extends string>(
  name: string,
  source: string,
  bits: 32 | 64,
  fields: readonly Field<Name>[],
): Layout<Name> => {
  const end = fields.reduce((next, { first, last }) => (first === next ? last + 1 : NaN), 0);
  if (end !== bits) throw new Defect(`the fields of ${name} leave a gap, or overlap`);
  return {
    name,
    source,
    fields,
    addresses: fields.filter((one) => one.kind === 'address'),
    reserved: maskOf(fields, 'reserved'),
    ignored: maskOf(fields, 'ignored'),
  };
};

/** The physical address in an entry. */
export const addressIn = ({ addresses }: Layout, word: Word): number => {
  let sum = 0;
  for (const { first, last, holds } of addresses) sum += field(word, first, last) * power(holds);
  return sum;
};

/** A number in an entry, by its name; 0 where the format has none of that name. */
export const numberIn = ({ fields }: Layout, word: Word, name: string): number => {
  for (const one of fields) {
    if (one.kind === 'number' && one.name === name) return field(word, one.first, one.last);
  }
  return 0;
};

/** What an entry says: its numbers by name, and its address. Flags are numbers of one bit. */
export interface Decoded<Name extends string> {
  readonly address: number;
  readonly numbers: Readonly<Partial<Record<Name, number>>>;
}

/** What a word says as an entry of a format; bits that are fixed, reserved or ignored say nothing. */
export const decode = (format: Layout, word: Word): Decoded<string> => {
  const numbers: Record<string, number> = {};
  for (const one of format.fields) {
    if (one.kind === 'number') numbers[one.name] = field(word, one.first, one.last);
  }
  return { address: addressIn(format, word), numbers };
};

const encoded = (
  word: Word,
  one: Field<string>,
  { address: at, numbers }: Decoded<string>,
): Word => {
  const { first, last } = one;
  switch (one.kind) {
    case 'number':
      return withField(word, first, last, numbers[one.name] ?? 0);
    case 'fixed':
      return withField(word, first, last, one.value);
    case 'address':
      return withField(word, first, last, Math.floor(at / 2 ** one.holds));
    case 'ignored':
    case 'reserved':
      return word;
  }
};

/**
 * The word of an entry of a format. Numbers that are not said are 0, and so is what says nothing;
 * what the format has no bits for is not there.
 */
export const encode = (format: Layout, said: Decoded<string>): Word =>
  format.fields.reduce((word, one) => encoded(word, one, said), zero);

/** An entry with other numbers, where any are said, and otherwise as it is. */
export const withNumbers = (
  { fields }: Layout,
  entry: Word,
  numbers: Decoded<string>['numbers'],
): Word =>
  fields.reduce((word, one) => {
    const said = one.kind === 'number' ? numbers[one.name] : undefined;
    return said === undefined ? word : withField(word, one.first, one.last, said);
  }, entry);
