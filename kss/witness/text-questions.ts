import type { MessageType } from '../../solution/data-type.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { objectOf } from '../event-environment.ts';
import type { TextQuestions } from './solve-text.ts';
import { findPath, findScalar } from './variables.ts';
import type { Variable } from './variables.ts';

export type TextVariable = Extract<Variable, { readonly kind: 'text' }>;

/** What some expressions ask of a text; `others` are texts that it is compared with. */
export interface Asked {
  readonly literals: readonly string[];
  readonly patterns: readonly string[];
  readonly sizes: readonly bigint[];
  readonly others: readonly TextVariable[];
  /** Something else is asked of it: then no set of texts is known to stand for all. */
  readonly isMore: boolean;
}

/** What reading of questions rests on. */
export interface TextGround {
  readonly type: MessageType;
  readonly modelOf: (object: string) => string | undefined;
  /** The value of an expression without the message; absent if it has none, or reads the message. */
  readonly closed: (expression: Expression) => unknown;
}

const nothing: Asked = { literals: [], patterns: [], sizes: [], others: [], isMore: false };

const joined = (parts: readonly Asked[]): Asked => ({
  literals: [...new Set(parts.flatMap(({ literals }) => literals))],
  patterns: [...new Set(parts.flatMap(({ patterns }) => patterns))],
  sizes: [...new Set(parts.flatMap(({ sizes }) => sizes))],
  others: parts.flatMap(({ others }) => others),
  isMore: parts.some(({ isMore }) => isMore),
});

const findText = (expression: Expression, { type }: TextGround): TextVariable | undefined => {
  const path = findPath(expression, type);
  const variable = path?.kind === 'place' ? findScalar(path) : undefined;
  return variable?.kind === 'text' ? variable : undefined;
};

/** The text whose size an expression is. */
const findSized = (expression: Expression, ground: TextGround): TextVariable | undefined =>
  expression.kind === 'call' &&
  expression.call.object === undefined &&
  expression.call.method.text === 'size'
    ? findText(expression.call.argument, ground)
    : undefined;

const compares = new Set(['==', '!=', '<', '<=', '>', '>=']);

const besideText = (other: Expression, ground: TextGround): Asked => {
  const text = findText(other, ground);
  if (text !== undefined) return { ...nothing, others: [text] };
  const value = ground.closed(other);
  return typeof value === 'string'
    ? { ...nothing, literals: [value] }
    : { ...nothing, isMore: value === undefined };
};

const besideSize = (other: Expression, ground: TextGround): Asked => {
  const value = ground.closed(other);
  return typeof value === 'bigint'
    ? { ...nothing, sizes: [value] }
    : { ...nothing, isMore: value === undefined };
};

const ofComparison = (
  one: Expression,
  other: Expression,
  key: string,
  ground: TextGround,
): Asked => {
  if (findText(one, ground)?.key === key) return besideText(other, ground);
  if (findSized(one, ground)?.key === key) return besideSize(other, ground);
  return questionsIn(one, key, ground);
};

const entryOf = (expression: Expression, name: string): Expression | undefined =>
  expression.kind === 'dictionary'
    ? expression.entries.find(({ key }) => key.text === name)?.value
    : undefined;

const ofCall = (
  expression: Extract<Expression, { readonly kind: 'call' }>,
  key: string,
  ground: TextGround,
): Asked => {
  const { call } = expression;
  const model = ground.modelOf(objectOf(call));
  const method = call.method.text;
  const text = entryOf(call.argument, 'text');
  if (model === 'Regex' && text !== undefined && findText(text, ground)?.key === key) {
    const pattern = entryOf(call.argument, 'pattern');
    return pattern?.kind === 'text' ? { ...nothing, patterns: [pattern.value] } : nothing;
  }
  const isEmpty = model === 'Pred' && method === 'empty';
  if (isEmpty && findText(call.argument, ground)?.key === key) return { ...nothing, sizes: [0n] };
  return questionsIn(call.argument, key, ground);
};

/** What an expression asks of the text with a key. */
export const questionsIn = (expression: Expression, key: string, ground: TextGround): Asked => {
  if (findText(expression, ground)?.key === key) return { ...nothing, isMore: true };
  if (findPath(expression, ground.type) !== undefined) return nothing;
  if (expression.kind === 'binary' && compares.has(expression.operator)) {
    const { left, right } = expression;
    return joined([ofComparison(left, right, key, ground), ofComparison(right, left, key, ground)]);
  }
  if (expression.kind === 'call') return ofCall(expression, key, ground);
  return joined(subExpressions(expression).map((part) => questionsIn(part, key, ground)));
};

/** All that is asked of a text, and of those that it is compared with, put to the text with a limit. */
export const questionsOf = (asked: readonly Asked[], limit: number): TextQuestions => ({
  literals: [...new Set(asked.flatMap(({ literals }) => literals))],
  patterns: [...new Set(asked.flatMap(({ patterns }) => patterns))],
  sizes: [...new Set(asked.flatMap(({ sizes }) => sizes))],
  limit,
});

export const joinAsked = joined;
