import type { Expression } from '../../../solution/syntax/tree/expression.ts';

type Replace = (expression: Expression) => Expression | undefined;

/** An expression in which every part that `replace` gives something for is replaced by that. */
export const substituted = (expression: Expression, replace: Replace): Expression => {
  const given = replace(expression);
  if (given !== undefined) return given;
  const within = (part: Expression): Expression => substituted(part, replace);
  switch (expression.kind) {
    case 'list':
      return { ...expression, elements: expression.elements.map(within) };
    case 'dictionary': {
      const { entries } = expression;
      return {
        ...expression,
        entries: entries.map(({ key, value }) => ({ key, value: within(value) })),
      };
    }
    case 'field':
      return { ...expression, of: within(expression.of) };
    case 'element':
      return { ...expression, of: within(expression.of), index: within(expression.index) };
    case 'unary':
      return { ...expression, operand: within(expression.operand) };
    case 'binary':
      return { ...expression, left: within(expression.left), right: within(expression.right) };
    case 'call': {
      const { call } = expression;
      return { ...expression, call: { ...call, argument: within(call.argument) } };
    }
    case 'integer':
    case 'text':
    case 'boolean':
    case 'unit':
    case 'variable':
      return expression;
  }
};
