import type { Solution } from '../../solution/solution.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import { subExpressions } from '../../solution/syntax/sub-expressions.ts';
import type { Binding, Body, BodyItem } from '../../solution/syntax/tree/psl.ts';

/** Puts other integers in place of those of an expression. */
const exchanged = (expression: Expression, exchange: (value: bigint) => bigint): Expression => {
  const inner = (part: Expression): Expression => exchanged(part, exchange);
  switch (expression.kind) {
    case 'integer':
      return { ...expression, value: exchange(expression.value) };
    case 'list':
      return { ...expression, elements: expression.elements.map(inner) };
    case 'dictionary':
      return {
        ...expression,
        entries: expression.entries.map(({ key, value }) => ({ key, value: inner(value) })),
      };
    case 'field':
      return { ...expression, of: inner(expression.of) };
    case 'element':
      return { ...expression, of: inner(expression.of), index: inner(expression.index) };
    case 'unary':
      return { ...expression, operand: inner(expression.operand) };
    case 'binary':
      return { ...expression, left: inner(expression.left), right: inner(expression.right) };
    case 'call':
      return {
        ...expression,
        call: { ...expression.call, argument: inner(expression.call.argument) },
      };
    case 'text':
    case 'boolean':
    case 'unit':
    case 'variable':
      return expression;
  }
};

const inItem = (item: BodyItem, change: (of: Expression) => Expression): BodyItem => {
  if (item.kind === 'rule') {
    return { ...item, call: { ...item.call, argument: change(item.call.argument) } };
  }
  if (item.kind === 'match') return { ...item, body: inBody(item.body, change) };
  return {
    ...item,
    scrutinee: change(item.scrutinee),
    cases: item.cases.map((one) => ({ ...one, body: inBody(one.body, change) })),
  };
};

const inBody = (body: Body, change: (of: Expression) => Expression): Body => ({
  ...body,
  items: body.items.map((item) => inItem(item, change)),
});

const integersIn = (expression: Expression): readonly bigint[] =>
  expression.kind === 'integer'
    ? [expression.value]
    : subExpressions(expression).flatMap(integersIn);

const integersOf = ({ body }: Binding): readonly bigint[] => {
  const found: bigint[] = [];
  inBody(body, (expression) => {
    found.push(...integersIn(expression));
    return expression;
  });
  return [...new Set(found)];
};

/**
 * The solution with two integers exchanged in its first binding that has two: a planted mistake, which
 * the comparison of engines must find.
 */
export const withConstantsSwapped = (solution: Solution): Solution => {
  const { bindings } = solution.policy;
  const wrong = bindings.find((binding) => integersOf(binding).length >= 2);
  if (wrong === undefined) return solution;
  const [first = 0n, second = 0n] = integersOf(wrong);
  const exchange = (value: bigint): bigint => {
    if (value === first) return second;
    return value === second ? first : value;
  };
  const body = inBody(wrong.body, (expression) => exchanged(expression, exchange));
  return {
    ...solution,
    policy: {
      ...solution.policy,
      bindings: bindings.map((binding) => (binding === wrong ? { ...binding, body } : binding)),
    },
  };
};
