import type { ProcessId } from '../model/ids.ts';
import type { Automaton, AutomatonState, Branch } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/** A method as messages name it. */
export interface MethodName {
  readonly endpoint: string;
  readonly method: string;
}

/** Does an expression read a variable, `message` or `kept`? */
export const reads = (expression: Expression, name: string): boolean =>
  (expression.kind === 'variable' && expression.name === name) ||
  subExpressions(expression).some((part) => reads(part, name));

const whensOf = (
  { states }: Automaton,
  isState: (state: AutomatonState) => boolean,
  fits: (branch: Branch) => boolean,
): readonly Expression[] =>
  [...states.values()]
    .filter(isState)
    .flatMap(({ on }) =>
      on.flatMap((branch) => (branch.when !== undefined && fits(branch) ? [branch.when] : [])),
    );

/** What a program tests of the requests of a method that it takes. */
export const testsOfRequests = (
  automaton: Automaton,
  { endpoint, method }: MethodName,
): readonly Expression[] =>
  whensOf(
    automaton,
    ({ do: steps }) => steps.some(({ kind }) => kind === 'recv'),
    ({ on, of }) =>
      on === 'any' ||
      (on === 'request' &&
        (of === undefined || (of.endpoint === endpoint && of.method === method))),
  );

/** What a program tests of the answers to its calls of a method of a server. */
export const testsOfAnswers = (
  solution: Solution,
  automaton: Automaton,
  server: ProcessId,
  { endpoint, method }: MethodName,
  as: 'response' | 'error',
): readonly Expression[] => {
  const connections = new Set(
    solution.channels
      .filter((one) => one.client === automaton.process && one.server === server)
      .map(({ name }) => name),
  );
  return whensOf(
    automaton,
    ({ do: steps }) =>
      steps.some(
        (step) =>
          step.kind === 'call' &&
          (step.over.kind === 'kept' || connections.has(step.over.name)) &&
          step.endpoint === endpoint &&
          step.method === method,
      ),
    ({ on }) => on === 'any' || on === as,
  );
};

const literalsIn = (expression: Expression): readonly bigint[] =>
  expression.kind === 'integer'
    ? [expression.value]
    : subExpressions(expression).flatMap(literalsIn);

/** The integers that programs put in messages; what they leave out is 0. */
export const sentByPrograms = (automata: readonly Automaton[]): readonly bigint[] => [
  0n,
  ...new Set(
    automata.flatMap(({ states }) =>
      [...states.values()].flatMap(({ do: steps }) =>
        steps.flatMap((step) => (step.kind === 'recv' ? [] : literalsIn(step.message))),
      ),
    ),
  ),
];
