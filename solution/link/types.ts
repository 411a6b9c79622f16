import { absurd } from '../../model/defect.ts';
import type { DataType } from '../data-type.ts';
import { integerFault } from '../message/text.ts';
import type { IntegerType, PslType, Width } from '../psl-type.ts';

export const integerType: PslType = { kind: 'integer' };
export const unsignedType = (bits: number): PslType => ({
  kind: 'integer',
  width: { bits, signed: false },
});
export const signedType = (bits: number): PslType => ({
  kind: 'integer',
  width: { bits, signed: true },
});
export const textType: PslType = { kind: 'text' };
export const booleanType: PslType = { kind: 'boolean' };
export const unitType: PslType = { kind: 'unit' };
export const sidType: PslType = { kind: 'sid' };
export const unknownType: PslType = { kind: 'unknown' };

/** What an IDL type is to a policy (C-10; a union reads as a dictionary of its members). */
export const pslTypeOf = (type: DataType): PslType => {
  switch (type.kind) {
    case 'integer':
      return { kind: 'integer', width: type };
    case 'string':
      return textType;
    case 'bytes':
      return { kind: 'unreadable' };
    case 'array':
    case 'sequence':
      return { kind: 'list', element: pslTypeOf(type.element) };
    case 'struct':
      return dictionaryOf(type.fields);
    case 'union':
      return dictionaryOf(type.members);
    case 'handle':
      return { kind: 'handle' };
    case 'unmodelled':
      return unknownType;
    default:
      return absurd(type);
  }
};

const dictionaryOf = (
  fields: readonly { readonly name: string; readonly type: DataType }[],
): PslType => ({
  kind: 'dictionary',
  fields: new Map(fields.map(({ name, type }) => [name, pslTypeOf(type)])),
});

const describeWidth = ({ bits, signed }: Width): string =>
  `an integer (${signed ? 'SInt' : 'UInt'}${String(bits)})`;

/** How many literals a message names. */
const mostNamed = 20;

const describeLiterals = (values: readonly (string | bigint)[]): string => {
  const named = values
    .slice(0, mostNamed)
    .map((value) => (typeof value === 'string' ? `"${value}"` : String(value)));
  const others = values.length - named.length;
  return [...named, ...(others === 0 ? [] : [`${String(others)} others`])].join(' | ');
};

/** A type in words, for messages. */
export const describeType = (type: PslType): string => {
  switch (type.kind) {
    case 'literals':
      return describeLiterals(type.values);
    case 'dictionary':
      return `a dictionary of ${[...type.fields.keys()].join(', ') || 'nothing'}`;
    case 'list':
      return `a list, each element ${describeType(type.element)},`;
    case 'tuple':
      return `[${type.elements.map(describeType).join(', ')}]`;
    case 'either':
      return type.of.map(describeType).join(' or ');
    case 'unit':
      return '()';
    case 'sid':
      return 'an SID';
    case 'integer':
      return type.width === undefined ? 'an integer' : describeWidth(type.width);
    case 'text':
      return 'a text';
    case 'boolean':
      return 'a Boolean';
    case 'handle':
    case 'localHandle':
      return 'a handle';
    case 'unreadable':
      return 'bytes';
    case 'unknown':
      return 'something of a type that is not known';
    default:
      return absurd(type);
  }
};

/** The scalar kind of a type, where all its values have one. */
export const scalarKind = (type: PslType): 'integer' | 'text' | 'boolean' | 'unit' | undefined => {
  switch (type.kind) {
    case 'integer':
    case 'sid':
      return 'integer';
    case 'text':
    case 'boolean':
    case 'unit':
      return type.kind;
    case 'literals': {
      const kinds = new Set(type.values.map((value) => typeof value));
      if (kinds.size !== 1) return undefined;
      return kinds.has('string') ? 'text' : 'integer';
    }
    default:
      return undefined;
  }
};

/** Constants must fit the width; what is computed is checked when it is known (C-28). */
const fitsWidth = ({ width }: IntegerType, from: PslType): boolean =>
  width === undefined ||
  from.kind !== 'literals' ||
  from.values.every(
    (value) => typeof value !== 'bigint' || integerFault(value, width) === undefined,
  );

/** Do all values of one width fit another? */
const contains = (outer: Width, inner: Width): boolean =>
  outer.signed === inner.signed
    ? outer.bits >= inner.bits
    : outer.signed && outer.bits > inner.bits;

const fitsWithin = ({ width, takes }: IntegerType, from: PslType): boolean =>
  takes === undefined ||
  width === undefined ||
  from.kind !== 'integer' ||
  from.width === undefined ||
  contains(width, from.width);

const acceptsLiterals = (
  to: Extract<PslType, { readonly kind: 'literals' }>,
  from: PslType,
): boolean => {
  if (from.kind === 'literals') return from.values.every((value) => to.values.includes(value));
  const kind = scalarKind(from);
  return (kind === 'text' || kind === 'integer') && scalarKind(to) === kind;
};

const acceptsDictionary = (
  to: Extract<PslType, { readonly kind: 'dictionary' }>,
  from: PslType,
): boolean =>
  from.kind === 'dictionary' &&
  from.fields.size === to.fields.size &&
  [...to.fields].every(([name, type]) => {
    const given = from.fields.get(name);
    return given !== undefined && accepts(type, given);
  });

/** May every value of `from` stand where `to` is asked for, as far as can be told before it is known? */
export const accepts = (to: PslType, from: PslType): boolean => {
  if (to.kind === 'unknown' || from.kind === 'unknown') return true;
  if (from.kind === 'either') return from.of.every((one) => accepts(to, one));
  switch (to.kind) {
    case 'either':
      return to.of.some((one) => accepts(one, from));
    case 'integer':
      return scalarKind(from) === 'integer' && fitsWidth(to, from) && fitsWithin(to, from);
    case 'sid':
      return scalarKind(from) === 'integer';
    case 'text':
    case 'boolean':
    case 'unit':
      return scalarKind(from) === to.kind;
    case 'handle':
    case 'localHandle':
      return from.kind === to.kind;
    case 'literals':
      return acceptsLiterals(to, from);
    case 'dictionary':
      return acceptsDictionary(to, from);
    case 'list':
      if (from.kind === 'tuple') return from.elements.every((one) => accepts(to.element, one));
      return from.kind === 'list' && accepts(to.element, from.element);
    case 'tuple':
      return (
        from.kind === 'tuple' &&
        from.elements.length === to.elements.length &&
        to.elements.every((one, index) => accepts(one, from.elements[index] ?? unknownType))
      );
    default:
      return false;
  }
};
