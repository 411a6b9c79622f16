import type { MessageType } from '../../../solution/data-type.ts';
import type { Expression } from '../../../solution/syntax/tree/expression.ts';
import { tableOf } from '../assign.ts';
import type { Row, Table } from '../assign.ts';
import type { Atom } from '../atoms-of-call.ts';
import { componentsOf } from '../component.ts';
import type { Asking } from '../component.ts';
import type { Chosen } from '../message-of.ts';
import type { PolicyAt } from '../policy-at.ts';
import type { Solve } from '../search.ts';
import type { Variable } from '../variables.ts';
import { formatExpression } from '../../explain/format-expression.ts';

/** A part of the message of which values are told apart. */
export interface Followed {
  readonly path: Expression;
  readonly key: string;
}

/** What is solved for one slot. */
export interface Question {
  readonly policy: PolicyAt;
  readonly type: MessageType;
  readonly atoms: readonly Atom[];
  /** Handles name nothing. */
  readonly fixed: Chosen;
  readonly solve?: Solve;
}

/** The atom of a condition that no call of the policy has. */
export const atomOfCondition = (expression: Expression): Atom => ({
  kind: 'comparison',
  at: expression.at,
  text: formatExpression(expression),
  test: { kind: 'expression', expression },
  reads: [expression],
});

/** The atom that a part of the message has a value. */
const equalityOf = (path: Expression, value: bigint): Atom =>
  atomOfCondition({
    kind: 'binary',
    operator: '==',
    left: path,
    right: { kind: 'integer', value, at: path.at },
    at: path.at,
  });

/** The satisfiable assignments of a slot's atoms, part by part, and which parts of the message each decides. */
export interface Solved {
  readonly tables: readonly Table[];
  readonly variables: readonly (readonly Variable[])[];
}

/** Told apart by its atoms, and by which of some values the followed parts have. */
export const solveWith = (
  { policy, type, atoms, fixed, solve = tableOf }: Question,
  followed: readonly (Followed & { readonly values: ReadonlySet<bigint> })[],
): Solved => {
  const { resolved, context, models } = policy;
  const equalities = followed.flatMap(({ path, values }) =>
    [...values].map((value) => equalityOf(path, value)),
  );
  const askings: readonly Asking[] = [...atoms, ...equalities].map((atom, number) => ({
    atom,
    number,
    resolved,
    context,
    models,
  }));
  const components = componentsOf(askings, type).map((component) => ({
    ...component,
    variables: component.variables.filter(({ key }) => !fixed.has(key)),
  }));
  return {
    tables: components.map((component) => solve(component, type, { fixed })),
    variables: components.map(({ variables }) => variables),
  };
};

/** The integer that a row gives a part of the message. */
export const integerIn = ({ chosen }: Row, key: string): bigint => {
  const value = chosen.get(key);
  return typeof value === 'bigint' ? value : 0n;
};
