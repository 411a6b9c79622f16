import { hasErrors } from '../../model/diagnostic.ts';
import type { Source } from '../source.ts';
import { Cursor } from './cursor.ts';
import type { Parsed } from './cursor.ts';
import { deepestTree, isTooDeep } from './depth.ts';
import { integerOf } from './integer.ts';
import type { Token } from './scanner.ts';
import type { BinaryOperator, Call, Entry, Expression, UnaryOperator } from './tree/expression.ts';
import type { Name } from './tree/name.ts';

/** Loosest first; operators of one level do not bind one another but from left to right (C-25). */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['==>'],
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['|'],
  ['&'],
  ['+', '-'],
  ['*'],
];

const comparisons = 3;

const unaries: readonly UnaryOperator[] = ['!', '~', '-'];

/** `-1 :` begins a case of a choice: the sign is none of a difference. */
const beginsCase = (cursor: Cursor): boolean =>
  cursor.isSymbol('-') && cursor.ahead(1).kind === 'integer' && cursor.isSymbol(':', 2);

/** The level of each operator. */
const levelOf: ReadonlyMap<string, number> = new Map(
  levels.flatMap((operators, level) => operators.map((operator) => [operator, level] as const)),
);

const isOperator = (text: string): text is BinaryOperator => levelOf.has(text);

/** Hot: asked for behind every operand. */
const operatorAt = (cursor: Cursor): BinaryOperator | undefined => {
  const { kind, text } = cursor.token;
  if (kind !== 'symbol') return undefined;
  if (isOperator(text)) return text === '-' && beginsCase(cursor) ? undefined : text;
  return text === '<-' ? '<' : undefined;
};

/** Takes an operator; of `<-`, which tests use as one symbol, the sign stays for the operand. */
const takeOperator = (cursor: Cursor): void => {
  if (cursor.isSymbol('<-')) cursor.skipFirst('<');
  else cursor.take();
};

const nothing = (cursor: Cursor): Expression => ({
  kind: 'unit',
  at: cursor.spanOf(cursor.token),
});

/** Operators of a level and of those that bind tighter (precedence climbing). */
const binary = (cursor: Cursor, loosest: number): Expression => {
  const start = cursor.token;
  let left = unary(cursor);
  for (;;) {
    const operator = operatorAt(cursor);
    const level = operator === undefined ? undefined : levelOf.get(operator);
    if (operator === undefined || level === undefined || level < loosest) return left;
    takeOperator(cursor);
    const right =
      operator === '==>'
        ? cursor.nested(
            () => binary(cursor, level),
            () => nothing(cursor),
          )
        : binary(cursor, level + 1);
    left = { kind: 'binary', operator, left, right, at: cursor.since(start) };
    cursor.grow();
    if (level === comparisons && levelOf.get(operatorAt(cursor) ?? '') === comparisons) {
      cursor.fault('SYN-005', cursor.token, 'comparisons do not chain: put one in parentheses');
    }
  }
};

const unary = (cursor: Cursor): Expression => {
  const start = cursor.token;
  const operator = start.kind === 'symbol' ? unaries.find((one) => one === start.text) : undefined;
  if (operator === undefined) return postfix(cursor);
  cursor.take();
  const operand = cursor.nested(
    () => unary(cursor),
    () => nothing(cursor),
  );
  return { kind: 'unary', operator, operand, at: cursor.since(start) };
};

const postfix = (cursor: Cursor): Expression => {
  const start = cursor.token;
  let of = primary(cursor);
  while (cursor.isSymbol('.')) {
    cursor.take();
    cursor.grow();
    if (cursor.skip('[')) {
      const index = expression(cursor);
      cursor.expect(']');
      of = { kind: 'element', of, index, at: cursor.since(start) };
    } else {
      const field = cursor.name('a field name');
      of = { kind: 'field', of, field, at: cursor.since(start) };
    }
  }
  return of;
};

const opensArgument = (cursor: Cursor, count: number): boolean =>
  cursor.isSymbol('(', count) || cursor.isSymbol('{', count) || cursor.isSymbol('[', count);

const nameOf = (cursor: Cursor, token: Token): Name => ({
  text: token.text,
  at: cursor.spanOf(token),
});

const callOf = (cursor: Cursor, start: Token, object: Name | undefined): Expression => {
  const method = cursor.name('a method name');
  const argument = primary(cursor);
  const at = cursor.since(start);
  return { kind: 'call', call: { object, method, argument, at }, at };
};

const named = (cursor: Cursor, start: Token): Expression => {
  if (opensArgument(cursor, 1)) return callOf(cursor, start, undefined);
  const isCall =
    cursor.isSymbol('.', 1) && cursor.ahead(2).kind === 'name' && opensArgument(cursor, 3);
  cursor.take();
  if (isCall) {
    cursor.take();
    return callOf(cursor, start, nameOf(cursor, start));
  }
  const at = cursor.spanOf(start);
  return start.text === 'true' || start.text === 'false'
    ? { kind: 'boolean', value: start.text === 'true', at }
    : { kind: 'variable', name: start.text, at };
};

/** Items between commas, where leading and trailing commas do no harm. */
const items = (cursor: Cursor, close: string, item: () => void): void => {
  while (cursor.skip(','));
  while (!cursor.atEnd && !cursor.isSymbol(close) && !cursor.lost) {
    item();
    if (!cursor.isSymbol(close) && !cursor.expect(',')) return;
    while (cursor.skip(','));
  }
  cursor.expect(close);
};

const entryKey = (cursor: Cursor): Name => {
  const start = cursor.token;
  if (start.kind === 'end' || start.kind === 'symbol') cursor.expected('a key');
  else cursor.take();
  return nameOf(cursor, start);
};

const dictionary = (cursor: Cursor): Expression => {
  const start = cursor.take();
  const entries: Entry[] = [];
  items(cursor, '}', () => {
    const key = entryKey(cursor);
    const sign = cursor.token;
    if (cursor.skip('=')) cursor.odd(sign, 'an entry is written with ":"');
    else cursor.expect(':');
    entries.push({ key, value: expression(cursor) });
  });
  return { kind: 'dictionary', entries, at: cursor.since(start) };
};

const list = (cursor: Cursor): Expression => {
  const start = cursor.take();
  const elements: Expression[] = [];
  items(cursor, ']', () => {
    elements.push(expression(cursor));
  });
  return { kind: 'list', elements, at: cursor.since(start) };
};

const parenthesised = (cursor: Cursor): Expression => {
  const start = cursor.take();
  if (cursor.skip(')')) return { kind: 'unit', at: cursor.since(start) };
  const inner = expression(cursor);
  cursor.expect(')');
  return { ...inner, at: cursor.since(start) };
};

const openers: ReadonlyMap<string, (cursor: Cursor) => Expression> = new Map([
  ['(', parenthesised],
  ['{', dictionary],
  ['[', list],
]);

/** Hot: once an operand. */
const primary = (cursor: Cursor): Expression => {
  const start = cursor.token;
  const { kind, text } = start;
  if (kind === 'integer') {
    cursor.take();
    return { kind, value: integerOf(text), at: cursor.spanOf(start) };
  }
  if (kind === 'text') {
    cursor.take();
    return { kind, value: text, at: cursor.spanOf(start) };
  }
  const opener = kind === 'symbol' ? openers.get(text) : undefined;
  if (kind !== 'name' && opener === undefined) {
    cursor.expected('an expression');
    return nothing(cursor);
  }
  return cursor.nested(
    () => (opener === undefined ? named(cursor, start) : opener(cursor)),
    () => nothing(cursor),
  );
};

/** Below so many operators no tree is too deep, whatever its shape. */
const fewOperators = 500;

/** One expression, as far as it goes; one whose tree is too deep is a fault, and no tree. */
export const expression = (cursor: Cursor): Expression => {
  const start = cursor.token;
  const before = cursor.operators;
  const tree = cursor.nested(
    () => cursor.inExpression(() => binary(cursor, 0)),
    () => nothing(cursor),
  );
  const isSmall = cursor.isInExpression || cursor.operators - before < fewOperators;
  if (isSmall || !isTooDeep(tree)) return tree;
  cursor.found();
  cursor.fault('SYN-006', start, `an expression deeper than ${String(deepestTree)} operators`);
  return nothing(cursor);
};

/** `object.method argument` or `method argument`, as a statement. */
export const statement = (cursor: Cursor): Call => {
  const start = cursor.token;
  const first = cursor.name('a rule');
  const object = cursor.skip('.') ? first : undefined;
  const method = object === undefined ? first : cursor.name('a method name');
  const argument = expression(cursor);
  return { object, method, argument, at: cursor.since(start) };
};

/** A whole text as one expression. */
export const parseExpression = (source: Source): Parsed<Expression> => whole(source, expression);

/** A whole text as one construct; what is left over is a fault. */
export const whole = <Tree>(source: Source, part: (cursor: Cursor) => Tree): Parsed<Tree> => {
  const cursor = new Cursor(source);
  const tree = part(cursor);
  if (!cursor.atEnd) cursor.expected('nothing more');
  const { diagnostics } = cursor;
  return { tree: hasErrors(diagnostics) ? undefined : tree, diagnostics };
};
