import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { leaves, resultOf } from './interval.ts';
import { modelNameOf } from './shape.ts';
import type { Shape } from './shape.ts';

const folding = new Set(['sum', 'product', 'neg', 'abs']);

/** Does an expression calculate, so that its result has bounds? */
const calculates = (shape: Shape, expression: Expression): boolean => {
  switch (expression.kind) {
    case 'unary':
      return expression.operator !== '!';
    case 'binary':
      return ['+', '-', '*', '|', '&'].includes(expression.operator);
    case 'call':
      return (
        modelNameOf(shape, expression.call) === 'Math' && folding.has(expression.call.method.text)
      );
    default:
      return false;
  }
};

/** Can the result of this very calculation leave the integers of a policy? */
export const overflows = (shape: Shape, expression: Expression): boolean =>
  calculates(shape, expression) && leaves(resultOf(shape, expression));

/** The calculations in an expression whose results can leave −2⁶³ … 2⁶⁴−1 (C-26). */
export const overflowing = (shape: Shape, expression: Expression): readonly Expression[] => [
  ...(overflows(shape, expression) ? [expression] : []),
  ...subExpressions(expression).flatMap((part) => overflowing(shape, part)),
];
