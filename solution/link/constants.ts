import { absurd } from '../../model/defect.ts';
import type { Span } from '../../model/span.ts';
import type { ConstantExpression } from '../syntax/tree/idl.ts';

/** A constant's value; unknown where its declaration is not there (C-45). */
export type Constant = bigint | 'unknown';

/** A constant's value, or why and where it has none; `name` is the one that is not declared. */
export type Computed =
  | { readonly kind: 'value'; readonly value: bigint }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'fault'; readonly at: Span; readonly why: string; readonly name?: string };

type Operator = Extract<ConstantExpression, { readonly kind: 'binary' }>['operator'];

const value = (number: bigint): Computed => ({ kind: 'value', value: number });

/** Largest magnitude of an intermediate value, in bits, so that `2 ** 1000000` ends. */
const widest = 256n;

const power = (left: bigint, right: bigint, at: Span): Computed => {
  if (right < 0n || right > widest)
    return { kind: 'fault', at, why: `the exponent ${String(right)} is not in 0 … 256` };
  return value(left ** right);
};

const apply = (operator: Operator, left: bigint, right: bigint, at: Span): Computed => {
  switch (operator) {
    case '+':
      return value(left + right);
    case '-':
      return value(left - right);
    case '*':
      return value(left * right);
    case '/':
    case '%':
      if (right === 0n) return { kind: 'fault', at, why: 'division by zero' };
      return value(operator === '/' ? left / right : left % right);
    case '|':
      return value(left | right);
    case '&':
      return value(left & right);
    case '^':
      return value(left ^ right);
    case '<<':
    case '>>':
      if (right < 0n || right > widest)
        return { kind: 'fault', at, why: `a shift by ${String(right)} bits is not in 0 … 256` };
      return value(operator === '<<' ? left << right : left >> right);
    case '**':
      return power(left, right, at);
    default:
      return absurd(operator);
  }
};

const tooWide = (number: bigint): boolean => {
  const magnitude = number < 0n ? -number : number;
  return magnitude >> (widest * 2n) !== 0n;
};

/** Looks a named constant up; `depth` is how deep in its expression the name stands. */
export type FindConstant = (name: string, depth: number) => Constant | undefined;

/** Computes a constant expression. */
export const compute = (
  expression: ConstantExpression,
  find: FindConstant,
  depth = 1,
): Computed => {
  switch (expression.kind) {
    case 'integer':
      return value(expression.value);
    case 'constant': {
      const found = find(expression.name, depth);
      if (found === 'unknown') return { kind: 'unknown' };
      if (found !== undefined) return value(found);
      const { at, name } = expression;
      return { kind: 'fault', at, why: `unknown constant "${name}"`, name };
    }
    case 'unary': {
      const operand = compute(expression.operand, find, depth + 1);
      if (operand.kind !== 'value') return operand;
      const { operator } = expression;
      if (operator === '~') return value(~operand.value);
      return value(operator === '-' ? -operand.value : operand.value);
    }
    case 'binary': {
      const left = compute(expression.left, find, depth + 1);
      if (left.kind !== 'value') return left;
      const right = compute(expression.right, find, depth + 1);
      if (right.kind !== 'value') return right;
      const result = apply(expression.operator, left.value, right.value, expression.at);
      return result.kind === 'value' && tooWide(result.value)
        ? { kind: 'fault', at: expression.at, why: 'the value is out of range' }
        : result;
    }
    default:
      return absurd(expression);
  }
};
