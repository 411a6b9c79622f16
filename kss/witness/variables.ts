import type { DataType, MessageType, Parameter } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';

/**
 * One thing of a message that can be chosen.
 *
 * Shape: `integer` is also the number of a union's member and the length of a sequence, both with
 *        `most`; `key` is its path: `a.b`, `list.[2]`, `u#` for member or length.
 * Units: `limit` in bytes.
 */
export type Variable =
  | {
      readonly kind: 'integer';
      readonly key: string;
      readonly bits: number;
      readonly signed: boolean;
      readonly most: bigint;
    }
  | { readonly kind: 'text'; readonly key: string; readonly limit: number }
  /** Its type is not known (C-06, C-45). */
  | { readonly kind: 'any'; readonly key: string };

export type IntegerVariable = Extract<Variable, { readonly kind: 'integer' }>;

/** The least value of an integer. */
export const leastOf = ({ bits, signed }: IntegerVariable): bigint =>
  signed ? -(1n << BigInt(bits - 1)) : 0n;

/** What must hold for a path to lead anywhere: a union's member, or enough elements. */
export interface Presence {
  readonly variable: IntegerVariable;
  readonly relation: '==' | '>';
  readonly value: bigint;
}

/** Where a path of the message leads, whenever all of `presence` holds. */
export interface Place {
  readonly kind: 'place';
  readonly key: string;
  readonly type: DataType | 'message';
  readonly presence: readonly Presence[];
}

export type Path = Place | { readonly kind: 'fails'; readonly presence: readonly Presence[] };

const natural = (key: string, most: number | bigint): IntegerVariable => {
  const greatest = BigInt(most);
  const bits = Math.max(1, greatest.toString(2).length);
  return { kind: 'integer', key, bits, signed: false, most: greatest };
};

const greatestOf = (bits: number, signed: boolean): bigint =>
  (1n << BigInt(signed ? bits - 1 : bits)) - 1n;

const integer = (key: string, bits: number, signed: boolean): IntegerVariable => ({
  kind: 'integer',
  key,
  bits,
  signed,
  most: greatestOf(bits, signed),
});

/** The member of a union, by its number. */
export const memberVariable = (
  key: string,
  { members }: Extract<DataType, { readonly kind: 'union' }>,
): IntegerVariable => natural(`${key}#`, members.length - 1);

/** The length of a sequence. */
export const lengthVariable = (
  key: string,
  { limit }: Extract<DataType, { readonly kind: 'sequence' }>,
): IntegerVariable => natural(`${key}#`, limit);

const join = (key: string, part: string): string => (key === '' ? part : `${key}.${part}`);

const failsAt = ({ presence }: Place): Path => ({ kind: 'fails', presence });

/** Bytes cannot be read (C-27). */
const placeAt = (key: string, type: DataType, presence: readonly Presence[]): Path =>
  type.kind === 'bytes' ? { kind: 'fails', presence } : { kind: 'place', key, type, presence };

const fieldIn = (of: Place, parameters: readonly Parameter[], name: string): Path => {
  const found = parameters.find((one) => one.name === name);
  return found === undefined ? failsAt(of) : placeAt(join(of.key, name), found.type, of.presence);
};

const memberIn = (
  of: Place,
  type: Extract<DataType, { readonly kind: 'union' }>,
  name: string,
): Path => {
  const number = type.members.findIndex((member) => member.name === name);
  const member = type.members[number];
  if (member === undefined) return failsAt(of);
  const variable = memberVariable(of.key, type);
  const here: Presence = { variable, relation: '==', value: BigInt(number) };
  return placeAt(join(of.key, name), member.type, [...of.presence, here]);
};

const sidType: DataType = { kind: 'integer', bits: 16, signed: false };
const rightsType: DataType = { kind: 'integer', bits: 32, signed: false };

const fieldOf = (of: Place, name: string, { parameters, open }: MessageType): Path => {
  const { type } = of;
  if (type === 'message') {
    const isMore = open && parameters.every((one) => one.name !== name);
    if (!isMore) return fieldIn(of, parameters, name);
    return { kind: 'place', key: name, type: { kind: 'unmodelled', name }, presence: of.presence };
  }
  if (type.kind === 'struct') return fieldIn(of, type.fields, name);
  if (type.kind === 'union') return memberIn(of, type, name);
  if (type.kind === 'handle' && (name === 'handle' || name === 'rights')) {
    return placeAt(join(of.key, name), name === 'handle' ? sidType : rightsType, of.presence);
  }
  return failsAt(of);
};

const elementOf = (of: Place, index: bigint): Path => {
  const { type } = of;
  if (type === 'message' || index < 0n) return failsAt(of);
  const key = join(of.key, `[${String(index)}]`);
  if (type.kind === 'array') {
    return index < BigInt(type.length) ? placeAt(key, type.element, of.presence) : failsAt(of);
  }
  if (type.kind !== 'sequence' || index >= BigInt(type.limit)) return failsAt(of);
  const here: Presence = { variable: lengthVariable(of.key, type), relation: '>', value: index };
  return placeAt(key, type.element, [...of.presence, here]);
};

/** Greatest index that is looked at: a message that has the element has all before it. */
const mostIndexed = 4096n;

/** Where an expression leads, if it is a path of the message with constant indices, none too great. */
export const findPath = (expression: Expression, type: MessageType): Path | undefined => {
  switch (expression.kind) {
    case 'variable':
      return expression.name === 'message'
        ? { kind: 'place', key: '', type: 'message', presence: [] }
        : undefined;
    case 'field': {
      const of = findPath(expression.of, type);
      return of?.kind === 'place' ? fieldOf(of, expression.field.text, type) : of;
    }
    case 'element': {
      const of = findPath(expression.of, type);
      if (of === undefined || expression.index.kind !== 'integer') return undefined;
      if (expression.index.value > mostIndexed) return undefined;
      return of.kind === 'place' ? elementOf(of, expression.index.value) : of;
    }
    default:
      return undefined;
  }
};

/** The variable of a place that is a scalar. */
export const findScalar = ({ key, type }: Place): Variable | undefined => {
  if (type === 'message') return undefined;
  if (type.kind === 'integer') return integer(key, type.bits, type.signed);
  if (type.kind === 'string') return { kind: 'text', key, limit: type.limit };
  return type.kind === 'unmodelled' ? { kind: 'any', key } : undefined;
};

/** Elements of a sequence that is read as a whole, of which all are variables. */
const mostElements = 8;

/** A limit on what is read as a whole: beyond it a variable of no known type stands for the rest. */
const elements = (key: string, element: DataType, length: number): readonly Variable[] =>
  length > mostElements
    ? [{ kind: 'any', key: join(key, '*') }]
    : Array.from({ length }, (_, index) => within(join(key, `[${String(index)}]`), element)).flat();

const withinAll = (key: string, parameters: readonly Parameter[]): readonly Variable[] =>
  parameters.flatMap(({ name, type }) => within(join(key, name), type));

/** Every variable of a value. */
const within = (key: string, type: DataType): readonly Variable[] => {
  switch (type.kind) {
    case 'integer':
      return [integer(key, type.bits, type.signed)];
    case 'string':
      return [{ kind: 'text', key, limit: type.limit }];
    case 'bytes':
      return [];
    case 'array':
      return elements(key, type.element, type.length);
    case 'sequence':
      return [lengthVariable(key, type), ...elements(key, type.element, type.limit)];
    case 'struct':
      return withinAll(key, type.fields);
    case 'union':
      return [memberVariable(key, type), ...withinAll(key, type.members)];
    case 'handle':
      return [integer(join(key, 'handle'), 16, false), integer(join(key, 'rights'), 32, false)];
    case 'unmodelled':
      return [{ kind: 'any', key }];
  }
};

const variablesAt = (place: Place, type: MessageType): readonly Variable[] =>
  place.type === 'message'
    ? [
        ...withinAll('', type.parameters),
        ...(type.open ? [{ kind: 'any', key: '*' } as const] : []),
      ]
    : within(place.key, place.type);

/** The call of `size` on a path needs its length alone. */
const sizeVariables = (
  expression: Expression,
  type: MessageType,
): readonly Variable[] | undefined => {
  if (expression.kind !== 'call' || expression.call.object !== undefined) return undefined;
  if (expression.call.method.text !== 'size') return undefined;
  const path = findPath(expression.call.argument, type);
  if (path?.kind !== 'place' || path.type === 'message') return undefined;
  const on = path.presence.map(({ variable }) => variable);
  if (path.type.kind === 'sequence') return [...on, lengthVariable(path.key, path.type)];
  return path.type.kind === 'array' ? on : undefined;
};

/** The variables that an expression's value can depend on; each may be there several times. */
export const variablesIn = (expression: Expression, type: MessageType): readonly Variable[] => {
  const ofSize = sizeVariables(expression, type);
  if (ofSize !== undefined) return ofSize;
  const path = findPath(expression, type);
  if (path === undefined) {
    return subExpressions(expression).flatMap((part) => variablesIn(part, type));
  }
  const on = path.presence.map(({ variable }) => variable);
  return path.kind === 'place' ? [...on, ...variablesAt(path, type)] : on;
};
