import type { Automaton } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Body, BodyItem } from '../solution/syntax/tree/psl.ts';

/** A constant that a message field is compared with. */
export type Constant = bigint | string;

/**
 * The constants with which policy and programs compare each field of a message, by the path of the
 * field (`request.mode`; elements of a sequence all count as `[]`).
 */
export type TestedConstants = ReadonlyMap<string, ReadonlySet<Constant>>;

const pathOf = (expression: Expression): string | undefined => {
  switch (expression.kind) {
    case 'variable':
      return expression.name === 'message' ? '' : undefined;
    case 'field': {
      const of = pathOf(expression.of);
      if (of === undefined) return undefined;
      return of === '' ? expression.field.text : `${of}.${expression.field.text}`;
    }
    case 'element': {
      const of = pathOf(expression.of);
      return of === undefined ? undefined : `${of}[]`;
    }
    default:
      return undefined;
  }
};

interface Atom {
  readonly paths: readonly string[];
  readonly constants: readonly Constant[];
}

const constantOf = (expression: Expression): readonly Constant[] =>
  expression.kind === 'integer' || expression.kind === 'text' ? [expression.value] : [];

/** All fields and constants of an expression, as if each were compared with each. */
const atomOf = (expression: Expression): Atom => {
  const path = pathOf(expression);
  if (path !== undefined && path !== '') return { paths: [path], constants: [] };
  const parts = subExpressions(expression).map(atomOf);
  return {
    paths: parts.flatMap(({ paths }) => paths),
    constants: [...constantOf(expression), ...parts.flatMap(({ constants }) => constants)],
  };
};

const logical = new Set(['&&', '||', '==>']);

/** The atoms of a condition: its operands, split at the logical operators and at list elements. */
const atomsOf = (expression: Expression): readonly Atom[] => {
  if (expression.kind === 'unary' && expression.operator === '!')
    return atomsOf(expression.operand);
  if (expression.kind === 'binary' && logical.has(expression.operator)) {
    return [...atomsOf(expression.left), ...atomsOf(expression.right)];
  }
  return [atomOf(expression)];
};

const itemAtoms = (item: BodyItem): readonly Atom[] => {
  switch (item.kind) {
    case 'rule':
      return atomsOf(item.call.argument);
    case 'match':
      return bodyAtoms(item.body);
    case 'choice': {
      const { paths, constants } = atomOf(item.scrutinee);
      const cases = item.cases.flatMap(({ when }) => (when === undefined ? [] : constantOf(when)));
      return [
        { paths, constants: [...constants, ...cases] },
        ...item.cases.flatMap(({ body }) => bodyAtoms(body)),
      ];
    }
  }
};

const bodyAtoms = ({ items }: Body): readonly Atom[] => items.flatMap(itemAtoms);

const automatonAtoms = ({ states }: Automaton): readonly Atom[] =>
  [...states.values()].flatMap(({ on }) =>
    on.flatMap(({ when }) => (when === undefined ? [] : atomsOf(when))),
  );

/** What the policy and the programs of a solution test. */
export const testedConstants = (solution: Solution): TestedConstants => {
  const tested = new Map<string, Set<Constant>>();
  const atoms = [
    ...solution.policy.bindings.flatMap(({ body }) => bodyAtoms(body)),
    ...[...solution.automata.values()].flatMap(automatonAtoms),
  ];
  for (const { paths, constants } of atoms) {
    for (const path of paths) {
      const known = tested.get(path) ?? new Set<Constant>();
      for (const constant of constants) known.add(constant);
      tested.set(path, known);
    }
  }
  return tested;
};
