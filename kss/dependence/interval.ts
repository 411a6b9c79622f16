import type { PslType, Width } from '../../solution/psl-type.ts';
import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import { findMessageType } from '../width.ts';
import { greatestSid } from '../values.ts';
import { isSize, modelNameOf, signatureOf } from './shape.ts';
import type { Shape } from './shape.ts';

/** All integers from one to another, both included. */
export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** What integers of a policy can be (C-26). */
export const whole: Interval = { low: -(1n << 63n), high: (1n << 64n) - 1n };

/** Most elements and bytes that a value of a message has. */
const largest = 16n * 1024n * 1024n;

const least = (values: readonly bigint[]): bigint =>
  values.reduce((one, other) => (other < one ? other : one));
const greatest = (values: readonly bigint[]): bigint =>
  values.reduce((one, other) => (other > one ? other : one));

const hull = (values: readonly bigint[]): Interval => ({
  low: least(values),
  high: greatest(values),
});

const join = (one: Interval, other: Interval): Interval =>
  hull([one.low, one.high, other.low, other.high]);

/** Does a result leave the integers of a policy? */
export const leaves = ({ low, high }: Interval): boolean => low < whole.low || high > whole.high;

const both = (one: Interval, other: Interval): Interval => ({
  low: greatest([one.low, other.low]),
  high: least([one.high, other.high]),
});

const ofWidth = ({ bits, signed }: Width): Interval => {
  const low = signed ? -(1n << BigInt(bits - 1)) : 0n;
  return { low, high: low + (1n << BigInt(bits)) - 1n };
};

const ofType = (type: PslType): Interval => {
  switch (type.kind) {
    case 'integer':
      return type.width === undefined ? whole : ofWidth(type.width);
    case 'sid':
      return { low: 0n, high: greatestSid };
    case 'literals': {
      const values = type.values.filter((value) => typeof value === 'bigint');
      return values.length === 0 ? whole : hull(values);
    }
    case 'either':
      return type.of.map(ofType).reduce(join);
    default:
      return whole;
  }
};

const add = (left: Interval, right: Interval): Interval => ({
  low: left.low + right.low,
  high: left.high + right.high,
});

const negate = ({ low, high }: Interval): Interval => ({ low: -high, high: -low });

const multiply = (left: Interval, right: Interval): Interval =>
  hull([
    left.low * right.low,
    left.low * right.high,
    left.high * right.low,
    left.high * right.high,
  ]);

/** Bitwise results stay within 64 bits, and of numbers from 0 within as many as the longer has. */
const combine = (operator: '|' | '&', left: Interval, right: Interval): Interval => {
  if (left.low < 0n || right.low < 0n) return whole;
  if (operator === '&') return { low: 0n, high: least([left.high, right.high]) };
  const bits = greatest([left.high, right.high]).toString(2).length;
  return { low: 0n, high: (1n << BigInt(bits)) - 1n };
};

type Binary = Extract<Expression, { readonly kind: 'binary' }>;
type Unary = Extract<Expression, { readonly kind: 'unary' }>;

const ofBinary = (shape: Shape, { operator, left, right }: Binary): Interval => {
  const [one, other] = [intervalOf(shape, left), intervalOf(shape, right)];
  switch (operator) {
    case '+':
      return add(one, other);
    case '-':
      return add(one, negate(other));
    case '*':
      return multiply(one, other);
    case '|':
    case '&':
      return combine(operator, one, other);
    default:
      return whole;
  }
};

const ofUnary = (shape: Shape, { operator, operand }: Unary): Interval => {
  const interval = intervalOf(shape, operand);
  if (operator === '-') return negate(interval);
  if (operator === '!') return whole;
  const type = findMessageType(operand, shape.message.parameters);
  return type?.kind === 'integer' ? ofWidth(type) : add(negate(interval), { low: -1n, high: -1n });
};

const absolute = (interval: Interval): Interval =>
  interval.low >= 0n ? interval : join({ low: 0n, high: 0n }, join(interval, negate(interval)));

/** Over a list that is written out each step counts; of any other nothing is known but that it may be long. */
const fold = (shape: Shape, { argument, method }: Call): Interval => {
  const isSum = method.text === 'sum';
  if (argument.kind !== 'list') return unbounded;
  const steps = argument.elements.map((element) => intervalOf(shape, element));
  let so: Interval = isSum ? { low: 0n, high: 0n } : { low: 1n, high: 1n };
  let reached = so;
  for (const step of steps) {
    so = isSum ? add(so, step) : multiply(so, step);
    reached = join(reached, so);
  }
  return leaves(reached) ? reached : so;
};

const unbounded: Interval = { low: whole.low - 1n, high: whole.high + 1n };

const ofMath = (shape: Shape, call: Call): Interval => {
  switch (call.method.text) {
    case 'sum':
    case 'product':
      return fold(shape, call);
    case 'neg':
      return negate(intervalOf(shape, call.argument));
    case 'abs': {
      const { low, high } = absolute(intervalOf(shape, call.argument));
      return { low: greatest([low, 0n]), high };
    }
    default:
      return both(
        intervalOf(shape, call.argument),
        ofWidth({
          bits: Number(call.method.text.slice('uint'.length)),
          signed: call.method.text.startsWith('s'),
        }),
      );
  }
};

const ofCall = (shape: Shape, call: Call): Interval => {
  if (isSize(call)) return { low: 0n, high: largest };
  const model = modelNameOf(shape, call);
  if (model === 'Math') return ofMath(shape, call);
  const object = shape.objects.get(objectOf(call));
  const signature = signatureOf(shape, call);
  if (object === undefined || signature === undefined || signature.yields === 'rule') return whole;
  return ofType(signature.yields(object));
};

/**
 * What an arithmetic expression comes to, before bounds: outside of `whole` where it can leave it.
 * Operands are taken to be as their types say, each apart from the others.
 */
export const resultOf = (shape: Shape, expression: Expression): Interval => {
  switch (expression.kind) {
    case 'integer':
      return { low: expression.value, high: expression.value };
    case 'variable':
      return { low: 1n, high: greatestSid };
    case 'binary':
      return ofBinary(shape, expression);
    case 'unary':
      return ofUnary(shape, expression);
    case 'call':
      return ofCall(shape, expression.call);
    case 'field':
    case 'element': {
      const type = findMessageType(expression, shape.message.parameters);
      if (type?.kind === 'integer') return ofWidth(type);
      const isSid = expression.kind === 'field' && expression.field.text === 'handle';
      return isSid ? { low: 0n, high: greatestSid } : whole;
    }
    default:
      return whole;
  }
};

/** What an expression yields, where it does not fail. */
export const intervalOf = (shape: Shape, expression: Expression): Interval =>
  both(resultOf(shape, expression), whole);
