import type { BinaryOperator } from './tree/expression.ts';

/** What an arithmetic or bitwise operator makes of two integers, without bounds. */
export const calculate = (operator: BinaryOperator, left: bigint, right: bigint): bigint => {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return operator === '|' ? left | right : left & right;
};
