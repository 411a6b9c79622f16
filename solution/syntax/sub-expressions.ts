import type { Expression } from './tree/expression.ts';

/** The expressions directly within one, in the order in which they are evaluated. */
export const subExpressions = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'list':
      return expression.elements;
    case 'dictionary':
      return expression.entries.map(({ value }) => value);
    case 'field':
      return [expression.of];
    case 'element':
      return [expression.of, expression.index];
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return [expression.call.argument];
    case 'integer':
    case 'text':
    case 'boolean':
    case 'unit':
    case 'variable':
      return [];
  }
};
