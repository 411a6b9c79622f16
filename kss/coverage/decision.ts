import type { BinaryOperator, Expression } from '../../solution/syntax/tree/expression.ts';

/**
 * A Boolean expression, taken apart into its conditions: what logical operators join.
 *
 * Source: RTCA DO-178C, glossary: condition, decision.
 */
export type Decision =
  | { readonly kind: 'condition'; readonly expression: Expression; readonly index: number }
  | { readonly kind: 'not'; readonly of: Decision }
  | {
      readonly kind: 'join';
      readonly operator: LogicalOperator;
      readonly left: Decision;
      readonly right: Decision;
    };

type LogicalOperator = '&&' | '||' | '==>';

const logical: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>(['&&', '||', '==>']);
const comparing: ReadonlySet<BinaryOperator> = new Set<BinaryOperator>([
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
]);

const isLogical = (operator: BinaryOperator): operator is LogicalOperator => logical.has(operator);

/** Is an expression a decision by its own form, wherever it stands? */
export const isDecision = (expression: Expression): boolean => {
  if (expression.kind === 'unary') return expression.operator === '!';
  return (
    expression.kind === 'binary' &&
    (isLogical(expression.operator) || comparing.has(expression.operator))
  );
};

/** The decision that a Boolean expression is, and its conditions in textual order. */
export const decisionOf = (
  expression: Expression,
): { readonly decision: Decision; readonly conditions: readonly Expression[] } => {
  const conditions: Expression[] = [];
  const take = (one: Expression): Decision => {
    if (one.kind === 'unary' && one.operator === '!') return { kind: 'not', of: take(one.operand) };
    if (one.kind === 'binary' && isLogical(one.operator)) {
      const left = take(one.left);
      return { kind: 'join', operator: one.operator, left, right: take(one.right) };
    }
    conditions.push(one);
    return { kind: 'condition', expression: one, index: conditions.length - 1 };
  };
  return { decision: take(expression), conditions };
};

/** What a decision comes to when its conditions have these values. */
export const decide = (decision: Decision, values: readonly boolean[]): boolean => {
  switch (decision.kind) {
    case 'condition':
      return values[decision.index] === true;
    case 'not':
      return !decide(decision.of, values);
    case 'join': {
      const left = decide(decision.left, values);
      const right = decide(decision.right, values);
      if (decision.operator === '&&') return left && right;
      return decision.operator === '||' ? left || right : !left || right;
    }
  }
};

/** Does a condition alone turn the decision, the others as they are? */
export const turns = (decision: Decision, values: readonly boolean[], index: number): boolean => {
  const flipped = values.map((value, other) => (other === index ? !value : value));
  return decide(decision, values) !== decide(decision, flipped);
};
