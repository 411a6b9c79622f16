import type { Solution } from '../../../solution/solution.ts';
import { subExpressions } from '../../../solution/syntax/sub-expressions.ts';
import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import type { Body } from '../../../solution/syntax/tree/psl.ts';

/** The constants of a policy that stand near a part of the message. */
export interface Constants {
  readonly integers: ReadonlySet<bigint>;
  readonly texts: ReadonlySet<string>;
}

/**
 * Constants by the path of the part of the message that stands in one expression with them (`a.b`;
 * elements of a list all count as `[]`).
 */
export type ConstantsByPath = ReadonlyMap<string, Constants>;

/** All expressions of a body: arguments of calls, and what stands before and in cases. */
export const expressionsOf = ({ items }: Body): readonly (readonly Expression[])[] =>
  items.flatMap((item): readonly (readonly Expression[])[] => {
    if (item.kind === 'rule') return [[item.call.argument]];
    if (item.kind === 'match') return expressionsOf(item.body);
    const whens = item.cases.flatMap(({ when }) => (when === undefined ? [] : [when]));
    return [[item.scrutinee, ...whens], ...item.cases.flatMap(({ body }) => expressionsOf(body))];
  });

const pathOf = (expression: Expression): string | undefined => {
  if (expression.kind === 'variable') return expression.name === 'message' ? '' : undefined;
  if (expression.kind === 'field') {
    const of = pathOf(expression.of);
    if (of === undefined) return undefined;
    return of === '' ? expression.field.text : `${of}.${expression.field.text}`;
  }
  const of = expression.kind === 'element' ? pathOf(expression.of) : undefined;
  return of === undefined ? undefined : `${of}[]`;
};

interface Found {
  readonly paths: Set<string>;
  readonly integers: Set<bigint>;
  readonly texts: Set<string>;
}

const gather = (expression: Expression, found: Found): void => {
  if (expression.kind === 'integer') found.integers.add(expression.value);
  if (expression.kind === 'text') found.texts.add(expression.value);
  const path = pathOf(expression);
  if (path !== undefined && path !== '') found.paths.add(path);
  else if (expression.kind === 'unary' && expression.operator === '-') {
    const { operand } = expression;
    if (operand.kind === 'integer') found.integers.add(-operand.value);
  }
  for (const part of subExpressions(expression)) gather(part, found);
};

/** What the policy of a solution names beside each part of a message. */
export const constantsByPath = (solution: Solution): ConstantsByPath => {
  const all = new Map<string, { integers: Set<bigint>; texts: Set<string> }>();
  for (const { body } of solution.policy.bindings) {
    for (const together of expressionsOf(body)) {
      const found: Found = { paths: new Set(), integers: new Set(), texts: new Set() };
      for (const expression of together) gather(expression, found);
      for (const path of found.paths) {
        const known = all.get(path) ?? { integers: new Set(), texts: new Set() };
        for (const integer of found.integers) known.integers.add(integer);
        for (const text of found.texts) known.texts.add(text);
        all.set(path, known);
      }
    }
  }
  return all;
};

/** The parameters of the message that a body reads. */
export const parametersReadIn = (body: Body): ReadonlySet<string> => {
  const found: Found = { paths: new Set(), integers: new Set(), texts: new Set() };
  for (const expression of expressionsOf(body).flat()) gather(expression, found);
  return new Set([...found.paths].map((path) => path.replace(/[.[].*/, '')));
};
