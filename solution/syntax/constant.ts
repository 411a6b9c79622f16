import { deepestNesting } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import { integerOf } from './integer.ts';
import type { ConstantExpression } from './tree/idl.ts';

type Operator = Extract<ConstantExpression, { readonly kind: 'binary' }>['operator'];

/** As in C, and `**` above them. */
const levels: readonly (readonly Operator[])[] = [
  ['|'],
  ['^'],
  ['&'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
];

const unaries = ['-', '+', '~'] as const;

/** Parentheses and chains multiply each other, so each tree knows its depth. */
const depthAbove = (...parts: readonly ConstantExpression[]): number =>
  Math.max(...parts.map((part) => ('depth' in part ? part.depth : 1))) + 1;

/** Stops the parse where a tree is too deep. */
const grown = (
  cursor: Cursor,
  tree: Extract<ConstantExpression, { readonly depth: number }>,
): ConstantExpression => {
  if (tree.depth === deepestNesting) {
    const message = `a constant deeper than ${String(deepestNesting)} operators`;
    cursor.stop('SYN-006', cursor.token, message);
  }
  return tree;
};

const nothing = (cursor: Cursor): ConstantExpression => ({
  kind: 'integer',
  value: 0n,
  at: cursor.spanOf(cursor.token),
});

const binary = (cursor: Cursor, level: number): ConstantExpression => {
  const operators = levels[level];
  if (operators === undefined) return unary(cursor);
  const start = cursor.token;
  let left = binary(cursor, level + 1);
  for (;;) {
    const operator = operators.find((one) => cursor.isSymbol(one));
    if (operator === undefined) return left;
    cursor.take();
    const right = binary(cursor, level + 1);
    const at = cursor.since(start);
    const depth = depthAbove(left, right);
    left = grown(cursor, { kind: 'binary', operator, left, right, depth, at });
  }
};

const unary = (cursor: Cursor): ConstantExpression => {
  const operator = unaries.find((one) => cursor.isSymbol(one));
  if (operator === undefined) return power(cursor);
  const start = cursor.take();
  const operand = cursor.nested(
    () => unary(cursor),
    () => nothing(cursor),
  );
  const depth = depthAbove(operand);
  return grown(cursor, { kind: 'unary', operator, operand, depth, at: cursor.since(start) });
};

const power = (cursor: Cursor): ConstantExpression => {
  const start = cursor.token;
  const left = primary(cursor);
  if (!cursor.skip('**')) return left;
  const right = cursor.nested(
    () => unary(cursor),
    () => nothing(cursor),
  );
  const at = cursor.since(start);
  const depth = depthAbove(left, right);
  return grown(cursor, { kind: 'binary', operator: '**', left, right, depth, at });
};

const primary = (cursor: Cursor): ConstantExpression => {
  const start = cursor.token;
  const at = cursor.spanOf(start);
  if (start.kind === 'integer') {
    cursor.take();
    return { kind: 'integer', value: integerOf(start.text), at };
  }
  if (start.kind === 'name') {
    cursor.take();
    return { kind: 'constant', name: start.text, at };
  }
  if (!cursor.skip('(')) {
    cursor.expected('a constant');
    return nothing(cursor);
  }
  const inner = constant(cursor);
  cursor.expect(')');
  return inner;
};

/** An integer constant expression, as far as it goes. */
export const constant = (cursor: Cursor): ConstantExpression =>
  cursor.nested(
    () => binary(cursor, 0),
    () => nothing(cursor),
  );
