import type { DataType, Parameter } from '../solution/data-type.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/** The mask of rights that a handle in a message carries. */
const rights: Parameter = { name: 'rights', type: { kind: 'integer', bits: 32, signed: false } };

const fieldsOf = (type: DataType): readonly Parameter[] => {
  switch (type.kind) {
    case 'struct':
      return type.fields;
    case 'union':
      return type.members;
    case 'handle':
      return [rights];
    default:
      return [];
  }
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
