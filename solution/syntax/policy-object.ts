import type { Cursor } from './cursor.ts';
import { expression } from './expression.ts';
import { integerOf, takeInteger } from './integer.ts';
import type { ObjectParameter, PolicyObject, TypeExpression } from './tree/psl.ts';

const named = (cursor: Cursor): TypeExpression => {
  const start = cursor.token;
  const name = cursor.dotted('a type');
  const of: TypeExpression[] = [];
  if (cursor.skip('<')) {
    do {
      of.push(type(cursor));
    } while (cursor.skip(','));
    if (!cursor.skipFirst('>')) cursor.expect('>');
  }
  return { kind: 'named', name, of, at: cursor.since(start) };
};

const tuple = (cursor: Cursor): TypeExpression => {
  const start = cursor.take();
  const elements: TypeExpression[] = [];
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol(']')) {
    elements.push(type(cursor));
    if (!cursor.skip(',')) break;
  }
  cursor.expect(']');
  return { kind: 'tuple', elements, at: cursor.since(start) };
};

const dictionary = (cursor: Cursor): TypeExpression => {
  const start = cursor.take();
  const fields: { name: ReturnType<Cursor['name']>; type: TypeExpression }[] = [];
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    const name = cursor.name('a field name');
    cursor.expect(':');
    fields.push({ name, type: type(cursor) });
    if (!cursor.skip(',')) break;
  }
  cursor.expect('}');
  return { kind: 'dictionary', fields, at: cursor.since(start) };
};

const literal = (cursor: Cursor): TypeExpression => {
  const start = cursor.token;
  if (start.kind === 'text') {
    cursor.take();
    return { kind: 'literal', value: start.text, at: cursor.spanOf(start) };
  }
  const value =
    start.kind === 'integer' ? integerOf(cursor.take().text) : takeInteger(cursor, 'a type');
  return { kind: 'literal', value, at: cursor.since(start) };
};

const alternative = (cursor: Cursor): TypeExpression => {
  const start = cursor.token;
  if (start.kind === 'name') return named(cursor);
  if (cursor.isSymbol('[')) return tuple(cursor);
  if (cursor.isSymbol('{')) return dictionary(cursor);
  if (!cursor.skip('(')) return literal(cursor);
  if (cursor.skip(')')) return { kind: 'unit', at: cursor.since(start) };
  const inner = type(cursor);
  cursor.expect(')');
  return inner;
};

const type = (cursor: Cursor): TypeExpression =>
  cursor.nested(
    (): TypeExpression => {
      const start = cursor.token;
      const alternatives = [alternative(cursor)];
      while (cursor.skip('|')) alternatives.push(alternative(cursor));
      const [only] = alternatives;
      return only !== undefined && alternatives.length === 1
        ? only
        : { kind: 'variant', alternatives, at: cursor.since(start) };
    },
    () => ({ kind: 'unit', at: cursor.spanOf(cursor.token) }),
  );

const parameter = (cursor: Cursor): ObjectParameter => {
  const start = cursor.token;
  if (cursor.skipWord('type')) {
    const name = cursor.name('the name of a type');
    cursor.expect('=');
    const value = type(cursor);
    return { kind: 'type', name, type: value, at: cursor.since(start) };
  }
  if (!cursor.skipWord('config')) cursor.expected('type or config');
  cursor.expect('=');
  const value = expression(cursor);
  return { kind: 'config', value, at: cursor.since(start) };
};

/** `policy object NAME : MODEL { type T = …  config = … }` */
export const policyObject = (cursor: Cursor): PolicyObject => {
  const start = cursor.take();
  cursor.take();
  const name = cursor.name('the name of an object');
  cursor.expect(':');
  const model = cursor.name('the name of a security model');
  cursor.expect('{');
  const parameters: ObjectParameter[] = [];
  while (!cursor.atEnd && !cursor.lost && !cursor.isSymbol('}')) {
    parameters.push(parameter(cursor));
    cursor.skip(',');
  }
  cursor.expect('}');
  return { kind: 'policyObject', name, model, parameters, at: cursor.since(start) };
};
