import type { ProcessId } from '../model/ids.ts';
import { findInteger } from '../kss/models/configuration.ts';
import { lendFunction } from '../solution/automaton.ts';
import type { Automaton, AutomatonState, Branch } from '../solution/automaton.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { asksKernel, sayingsOf } from './sayings.ts';

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

/** A handle that is lent is no integer. */
const isLend = (expression: Expression): boolean =>
  expression.kind === 'call' &&
  expression.call.object === undefined &&
  expression.call.method.text === lendFunction;

/** The integers that an expression may put in a message as they stand; `any`, if it computes. */
const integersIn = (expression: Expression): readonly bigint[] | 'any' => {
  const constant = findInteger(expression);
  if (constant !== undefined) return [constant];
  if (isLend(expression)) return [];
  const { kind } = expression;
  if (kind === 'binary' || kind === 'unary' || kind === 'call') return 'any';
  return joined(subExpressions(expression).map(integersIn));
};

const joined = (parts: readonly (readonly bigint[] | 'any')[]): readonly bigint[] | 'any' =>
  parts.some((one) => one === 'any') ? 'any' : parts.flatMap((one) => (one === 'any' ? [] : one));

/** A program that passes on what it was told may pass on what the kernel told it. */
const ofProgram = (automaton: Automaton): readonly bigint[] | 'any' => {
  const messages = sayingsOf(automaton).map(({ message }) => message);
  const passesOn = messages.some((one) => reads(one, 'message') || reads(one, 'kept'));
  return asksKernel(automaton) && passesOn ? 'any' : joined(messages.map(integersIn));
};

/** The integers that programs may put in messages; what they leave out is 0. `any`, where that cannot be told. */
export const sentByPrograms = (automata: readonly Automaton[]): readonly bigint[] | 'any' =>
  joined([[0n], ...automata.map(ofProgram)]);
