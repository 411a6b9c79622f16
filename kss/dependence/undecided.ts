import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Entry, Expression } from '../../solution/syntax/tree/expression.ts';
import { canFail } from './failing.ts';
import { modelNameOf } from './shape.ts';
import type { Shape } from './shape.ts';

/**
 * The one value of a condition with which its rule grants: then the other value and a failure both
 * deny, and it does not matter which it is. `any` where nothing of the kind is known.
 */
export type Wanted = 'true' | 'false' | 'any';

type Binary = Extract<Expression, { readonly kind: 'binary' }>;

const opposite: Readonly<Record<Wanted, Wanted>> = { true: 'false', false: 'true', any: 'any' };

/** What each operand must be if the whole is to be what is wanted. */
const wantedOf = (
  operator: '&&' | '||' | '==>',
  wanted: Wanted,
): readonly [left: Wanted, right: Wanted] => {
  if (operator === '&&') return [wanted === 'true' ? 'true' : 'any', wanted];
  if (wanted !== 'false') return ['any', wanted];
  return [operator === '||' ? 'false' : 'true', 'false'];
};

/** The value with which the left operand decides makes the whole this. */
const decidedAs = (operator: '&&' | '||' | '==>'): Wanted => (operator === '&&' ? 'false' : 'true');

/** A left operand that is written as a constant decides always, or never. */
const mayDecide = (operator: '&&' | '||' | '==>', left: Expression): boolean =>
  left.kind !== 'boolean' || left.value === (operator === '||');

const ofLogical = (
  shape: Shape,
  operator: '&&' | '||' | '==>',
  { left, right }: Binary,
  wanted: Wanted,
): readonly Expression[] => {
  const counts = wanted === 'any' || wanted === decidedAs(operator);
  const [leftWanted, rightWanted] = wantedOf(operator, wanted);
  const own = counts && mayDecide(operator, left) && canFail(shape, right) ? [right] : [];
  return [...undecided(shape, left, leftWanted), ...own, ...undecided(shape, right, rightWanted)];
};

/** Of `bool.cond`: what is not chosen can fail. */
const ofCondition = (
  shape: Shape,
  entries: readonly Entry[],
  wanted: Wanted,
): readonly Expression[] => {
  const condition = entries.find(({ key }) => key.text === 'if')?.value;
  const fixed = condition?.kind === 'boolean' ? (condition.value ? 'then' : 'else') : undefined;
  return entries.flatMap(({ key, value }) => {
    const isBranch = key.text !== 'if';
    const own = isBranch && key.text !== fixed && canFail(shape, value) ? [value] : [];
    return [...own, ...undecided(shape, value, isBranch ? wanted : 'any')];
  });
};

/** The operands that can fail where another could decide without them (C-24). */
export const undecided = (
  shape: Shape,
  expression: Expression,
  wanted: Wanted,
): readonly Expression[] => {
  if (expression.kind === 'binary') {
    const { operator } = expression;
    if (operator === '&&' || operator === '||' || operator === '==>') {
      return ofLogical(shape, operator, expression, wanted);
    }
  }
  if (expression.kind === 'unary' && expression.operator === '!') {
    return undecided(shape, expression.operand, opposite[wanted]);
  }
  if (expression.kind === 'call') {
    const { argument, method } = expression.call;
    const isCondition = modelNameOf(shape, expression.call) === 'Bool' && method.text === 'cond';
    if (isCondition && argument.kind === 'dictionary') {
      return ofCondition(shape, argument.entries, wanted);
    }
  }
  return subExpressions(expression).flatMap((part) => undecided(shape, part, 'any'));
};
