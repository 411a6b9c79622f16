import type { DataType, Parameter } from '../solution/data-type.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

const fieldsOf = (type: DataType): readonly Parameter[] => {
  if (type.kind === 'struct') return type.fields;
  return type.kind === 'union' ? type.members : [];
};

const typeIn = (parameters: readonly Parameter[], name: string): DataType | undefined =>
  parameters.find((parameter) => parameter.name === name)?.type;

/** The declared type of a field of the message: `message.a.b`, `message.list.[0]`. */
export const findMessageType = (
  expression: Expression,
  parameters: readonly Parameter[],
): DataType | undefined => {
  if (expression.kind === 'element') {
    const of = findMessageType(expression.of, parameters);
    return of?.kind === 'array' || of?.kind === 'sequence' ? of.element : undefined;
  }
  if (expression.kind !== 'field') return undefined;
  const { of, field } = expression;
  if (of.kind === 'variable') {
    return of.name === 'message' ? typeIn(parameters, field.text) : undefined;
  }
  const outer = findMessageType(of, parameters);
  return outer === undefined ? undefined : typeIn(fieldsOf(outer), field.text);
};
