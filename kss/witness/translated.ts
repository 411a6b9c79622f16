import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { MessageType } from '../../solution/data-type.ts';
import type { BinaryOperator, Call, Expression } from '../../solution/syntax/tree/expression.ts';
import type { Yielded } from '../security-model.ts';
import { findScalarKind } from '../values.ts';
import {
  all,
  always,
  any,
  bitwise,
  constant,
  isEqual,
  isLess,
  linear,
  never,
  not,
} from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import type { Chosen } from './message-of.ts';
import type { IntegerVariable } from './variables.ts';

/**
 * What an expression comes to, as a function of the integers of the message, its texts being chosen.
 *
 * Shape: `fails` holds where it has no value; `fields` is a dictionary, `list` a list of such.
 */
export type Translated = { readonly fails: Condition } & (
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'integer'; readonly term: IntegerTerm }
  | { readonly kind: 'boolean'; readonly holds: Condition }
  | { readonly kind: 'list'; readonly elements: readonly Translated[] }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, Translated> }
);

/** What translation rests on. */
export interface Ground {
  readonly type: MessageType;
  /** The texts, and the integers, that were chosen. */
  readonly chosen: Chosen;
  /** Terms that stand for integers, in place of the integers themselves. */
  readonly terms: ReadonlyMap<string, IntegerTerm>;
  /** The value of an expression without the message; absent if it fails. */
  readonly closed: (expression: Expression) => Value | undefined;
  /** Asks an object with an argument that is known. */
  readonly ask: (call: Call, argument: Value) => Yielded;
  readonly modelOf: (object: string) => string | undefined;
  /** What a rule answers to an argument that is known. */
  readonly askRule: (call: Call, argument: Value) => 'true' | 'false' | 'failed';
  /** The entries that a HashSet has for a SID; absent where it has no set. */
  readonly entriesOf: (object: string, sid: Value) => readonly Value[] | undefined;
}

const least = -(1n << 63n);
const greatest = (1n << 64n) - 1n;

export const failure: Translated = { kind: 'value', value: null, fails: always };

export const valued = (value: Value, fails: Condition = never): Translated => ({
  kind: 'value',
  value,
  fails,
});

export const variableTerm = ({ key, bits, signed, most }: IntegerVariable): IntegerTerm => ({
  kind: 'variable',
  key,
  bits,
  signed,
  least: signed ? -(1n << BigInt(bits - 1)) : 0n,
  most,
});

/** The term of an integer; absent for what is none. */
export const termOf = (given: Translated): IntegerTerm | undefined => {
  if (given.kind === 'integer') return given.term;
  return given.kind === 'value' && typeof given.value === 'bigint'
    ? constant(given.value)
    : undefined;
};

export const conditionOf = (given: Translated): Condition | undefined => {
  if (given.kind === 'boolean') return given.holds;
  if (given.kind !== 'value' || typeof given.value !== 'boolean') return undefined;
  return given.value ? always : never;
};

export const failsOf = (...parts: readonly Translated[]): Condition =>
  any(parts.map(({ fails }) => fails));

export const boolean = (holds: Condition, fails: Condition): Translated => ({
  kind: 'boolean',
  holds,
  fails,
});

/** An integer that fails outside of the range of all integers (C-26). */
export const bounded = (term: IntegerTerm, fails: Condition): Translated => {
  const isOutside = any([isLess(term, constant(least)), isLess(constant(greatest), term)]);
  return { kind: 'integer', term, fails: any([fails, isOutside]) };
};

const scalarKind = (given: Translated): string | undefined => {
  if (given.kind === 'value') return findScalarKind(given.value);
  return given.kind === 'list' || given.kind === 'fields' ? undefined : given.kind;
};

export const equality = (left: Translated, right: Translated): Translated => {
  const fails = failsOf(left, right);
  const kind = scalarKind(left);
  if (kind === undefined || kind !== scalarKind(right)) return failure;
  if (left.kind === 'value' && right.kind === 'value') {
    return boolean(left.value === right.value ? always : never, fails);
  }
  const terms = [termOf(left), termOf(right)] as const;
  if (terms[0] !== undefined && terms[1] !== undefined) {
    return boolean(isEqual(terms[0], terms[1]), fails);
  }
  const [one = never, other = never] = [conditionOf(left), conditionOf(right)];
  return boolean(any([all([one, other]), all([not(one), not(other)])]), fails);
};

export const logical = (
  operator: BinaryOperator,
  left: Translated,
  right: Translated,
): Translated => {
  const [one, other] = [conditionOf(left), conditionOf(right)];
  if (one === undefined || other === undefined) return failure;
  const fails = failsOf(left, right);
  if (operator === '&&') return boolean(all([one, other]), fails);
  return boolean(any([operator === '||' ? one : not(one), other]), fails);
};

export const comparison = (
  operator: BinaryOperator,
  left: IntegerTerm,
  right: IntegerTerm,
): Condition => {
  switch (operator) {
    case '<':
      return isLess(left, right);
    case '<=':
      return not(isLess(right, left));
    case '>':
      return isLess(right, left);
    default:
      return not(isLess(left, right));
  }
};

const product = (left: IntegerTerm, right: IntegerTerm): IntegerTerm | undefined => {
  if (left.kind === 'constant') return linear([{ factor: left.value, of: right }], 0n);
  return right.kind === 'constant' ? linear([{ factor: right.value, of: left }], 0n) : undefined;
};

export const sum = (left: IntegerTerm, right: IntegerTerm, sign: bigint): IntegerTerm =>
  linear(
    [
      { factor: 1n, of: left },
      { factor: sign, of: right },
    ],
    0n,
  );

export const arithmetic = (
  operator: BinaryOperator,
  left: IntegerTerm,
  right: IntegerTerm,
): IntegerTerm | undefined => {
  switch (operator) {
    case '+':
      return sum(left, right, 1n);
    case '-':
      return sum(left, right, -1n);
    case '*':
      return product(left, right);
    case '&':
      return bitwise('and', left, right);
    case '|':
      return bitwise('or', left, right);
    default:
      return undefined;
  }
};

/** The known value of what is translated, all of it being known; absent if an integer is left open. */
export const knownOf = (given: Translated): Value | undefined => {
  switch (given.kind) {
    case 'value':
      return given.value;
    case 'list': {
      const elements = given.elements.map(knownOf);
      return elements.some((one) => one === undefined)
        ? undefined
        : elements.map((one) => one ?? null);
    }
    case 'fields': {
      const fields = [...given.fields].map(([name, one]) => [name, knownOf(one)] as const);
      return fields.some(([, one]) => one === undefined)
        ? undefined
        : record(fields.map(([name, one]) => [name, one ?? null] as const));
    }
    case 'integer':
      return given.term.kind === 'constant' ? given.term.value : undefined;
    case 'boolean':
      return given.holds.kind === 'constant' ? given.holds.holds : undefined;
  }
};
