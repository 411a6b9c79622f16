import type { Value } from '../../model/value.ts';
import { calculate } from '../../solution/syntax/calculate.ts';
import type { BinaryOperator, Expression } from '../../solution/syntax/tree/expression.ts';
import { boundOf } from '../models/math.ts';
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

/** What bounds the results of arithmetic (C-26). */
const boundedIn = ({ frame, options }: Scope): ((value: bigint) => Value | undefined) => {
  const bound = boundOf(options.switches);
  return (value) => {
    const answer = bound(value);
    return answer.kind === 'value' ? answer.value : fail(frame, answer.why);
  };
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

const operate = (scope: Scope, operator: BinaryOperator): Operate => {
  const { frame } = scope;
  const bounded = boundedIn(scope);
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
        bounded(calculate(operator, left, right)),
      );
  }
};

/** The left operand may decide alone (C-24, the other way). */
const shortCircuitCode = (scope: Scope, { operator, left, right }: Binary): Code => {
  const { frame } = scope;
  const first = scope.compile(left).code;
  const second = scope.compile(right).code;
  const join = operate(scope, operator);
  const deciding = operator === '||';
  return () => {
    const one = first();
    if (one === undefined) return undefined;
    if (typeof one !== 'boolean') return fail(frame, reasons.operandNotBoolean(operator));
    if (one === deciding) return operator !== '&&';
    const other = second();
    return other === undefined ? undefined : join(one, other);
  };
};

/** Both operands are evaluated; the first that fails counts (C-24). */
export const binaryCode = (scope: Scope, binary: Binary): Code => {
  const { operator, left, right } = binary;
  const isLogical = operator === '&&' || operator === '||' || operator === '==>';
  if (isLogical && scope.options.switches.logic === 'shortCircuit') {
    return shortCircuitCode(scope, binary);
  }
  const { frame } = scope;
  const first = scope.compile(left).code;
  const second = scope.compile(right).code;
  const join = operate(scope, operator);
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
  if (type?.kind !== 'integer') {
    const bounded = boundedIn(scope);
    return (value) => bounded(~value);
  }
  const { bits, signed } = type;
  return (value) => (signed ? ~value : BigInt.asUintN(bits, ~value));
};

const negated = (scope: Scope): ((value: bigint) => Value | undefined) => {
  const bounded = boundedIn(scope);
  return (value) => bounded(-value);
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
  const turn = operator === '-' ? negated(scope) : complementOf(scope, operand);
  return () => {
    const value = code();
    if (value === undefined) return undefined;
    return typeof value === 'bigint' ? turn(value) : fail(frame, reasons.notInteger);
  };
};
