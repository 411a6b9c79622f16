import type { Call, Expression } from '../../solution/syntax/tree/expression.ts';

const operandText = (expression: Expression): string =>
  expression.kind === 'binary' ? `(${formatExpression(expression)})` : formatExpression(expression);

const argumentText = (expression: Expression): string =>
  ['unit', 'dictionary', 'list'].includes(expression.kind)
    ? formatExpression(expression)
    : `(${formatExpression(expression)})`;

/** A call as text: `track.enter { sid : dst_sid, state : "free" }`. */
export const formatCall = ({ object, method, argument }: Call): string => {
  const name = object === undefined ? method.text : `${object.text}.${method.text}`;
  return `${name} ${argumentText(argument)}`;
};

/** A PSL expression as text. */
export const formatExpression = (expression: Expression): string => {
  switch (expression.kind) {
    case 'integer':
    case 'boolean':
      return String(expression.value);
    case 'text':
      return JSON.stringify(expression.value);
    case 'unit':
      return '()';
    case 'variable':
      return expression.name;
    case 'list':
      return `[${expression.elements.map(formatExpression).join(', ')}]`;
    case 'dictionary': {
      const entries = expression.entries.map(
        ({ key, value }) => `${key.text} : ${formatExpression(value)}`,
      );
      return `{ ${entries.join(', ')} }`;
    }
    case 'field':
      return `${formatExpression(expression.of)}.${expression.field.text}`;
    case 'element':
      return `${formatExpression(expression.of)}.[${formatExpression(expression.index)}]`;
    case 'unary':
      return `${expression.operator}${operandText(expression.operand)}`;
    case 'binary':
      return `${operandText(expression.left)} ${expression.operator} ${operandText(expression.right)}`;
    case 'call':
      return formatCall(expression.call);
  }
};
