import type { Value } from '../../model/value.ts';
import { calculate } from '../../solution/syntax/calculate.ts';
import type { BinaryOperator, Expression } from '../../solution/syntax/tree/expression.ts';
import { inRange } from '../models/math.ts';
import { reasons } from '../reasons.ts';
import { findMessageType } from '../width.ts';
import type { Code } from './code.ts';
import type { Frame } from './frame.ts';
import { fail, same } from './operators.ts';
import type { Scope } from './scope.ts';

type Binary = Extract<Expression, { readonly kind: 'binary' }>;
type Unary = Extract<Expression, { readonly kind: 'unary' }>;

/** What an operator makes of two values. */
type Operate = (left: Value, right: Value) => Value | undefined;

const bounded = (frame: Frame, value: bigint): Value | undefined => {
  const answer = inRange(value);
  return answer.kind === 'value' ? value : fail(frame, answer.why);
};

const ofBooleans = (
  frame: Frame,
  operator: BinaryOperator,
  decide: (left: boolean, right: boolean) => boolean,
): Operate => {
  const why = reasons.operandNotBoolean(operator);
  return (left, right) =>
    typeof left === 'boolean' && typeof right === 'boolean'
      ? decide(left, right)
      : fail(frame, why);
};

const ofIntegers = (
  frame: Frame,
  operator: BinaryOperator,
  decide: (left: bigint, right: bigint) => Value | undefined,
): Operate => {
  const why = reasons.operandNotInteger(operator);
  return (left, right) =>
    typeof left === 'bigint' && typeof right === 'bigint' ? decide(left, right) : fail(frame, why);
};

const operate = (frame: Frame, operator: BinaryOperator): Operate => {
  switch (operator) {
    case '==':
      return (left, right) => same(frame, left, right);
    case '!=':
      return (left, right) => {
        const isSame = same(frame, left, right);
        return isSame === undefined ? undefined : isSame === false;
      };
    case '&&':
      return ofBooleans(frame, operator, (left, right) => left && right);
    case '||':
      return ofBooleans(frame, operator, (left, right) => left || right);
    case '==>':
      return ofBooleans(frame, operator, (left, right) => !left || right);
    case '<':
      return ofIntegers(frame, operator, (left, right) => left < right);
    case '<=':
      return ofIntegers(frame, operator, (left, right) => left <= right);
    case '>':
      return ofIntegers(frame, operator, (left, right) => left > right);
    case '>=':
      return ofIntegers(frame, operator, (left, right) => left >= right);
    default:
      return ofIntegers(frame, operator, (left, right) =>
        bounded(frame, calculate(operator, left, right)),
      );
  }
};

/** Both operands are evaluated; the first that fails counts (C-24). */
export const binaryCode = (scope: Scope, { operator, left, right }: Binary): Code => {
  const { frame } = scope;
  const first = scope.compile(left).code;
  const second = scope.compile(right).code;
  const join = operate(frame, operator);
  return () => {
    const one = first();
    if (one === undefined) {
      const { why } = frame;
      second();
      return fail(frame, why);
    }
    const other = second();
    return other === undefined ? undefined : join(one, other);
  };
};

/** `~` keeps the width of a field of the message (C-26). */
const complementOf = (
  scope: Scope,
  operand: Expression,
): ((value: bigint) => Value | undefined) => {
  const type = findMessageType(operand, scope.type.parameters);
  if (type?.kind !== 'integer') return (value) => bounded(scope.frame, ~value);
  const { bits, signed } = type;
  return (value) => (signed ? ~value : BigInt.asUintN(bits, ~value));
};

export const unaryCode = (scope: Scope, { operator, operand }: Unary): Code => {
  const { frame } = scope;
  const { code } = scope.compile(operand);
  if (operator === '!') {
    return () => {
      const value = code();
      if (value === undefined) return undefined;
      return typeof value === 'boolean' ? !value : fail(frame, reasons.notBoolean);
    };
  }
  const turn =
    operator === '-' ? (value: bigint) => bounded(frame, -value) : complementOf(scope, operand);
  return () => {
    const value = code();
    if (value === undefined) return undefined;
    return typeof value === 'bigint' ? turn(value) : fail(frame, reasons.notInteger);
  };
};
