import type { ProcessId } from '../model/ids.ts';
import { findInteger } from '../kss/models/configuration.ts';
import { expressionsOfStep } from '../solution/automaton-expressions.ts';
import { lendFunction } from '../solution/automaton.ts';
import type { Automaton, AutomatonState, AutomatonStep, Branch } from '../solution/automaton.ts';
import { devicesVariable } from '../solution/device-reads.ts';
import type { Solution } from '../solution/solution.ts';
import { subExpressions } from '../solution/syntax/sub-expressions.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';
import { asksKernel, sayingsOf } from './sayings.ts';

/** A method as messages name it. */
export interface MethodName {
  readonly endpoint: string;
  readonly method: string;
}

/** Does an expression read a variable: `message`, `kept` or `devices`? */
export const reads = (expression: Expression, name: string): boolean =>
  (expression.kind === 'variable' && expression.name === name) ||
  subExpressions(expression).some((part) => reads(part, name));

const branchesOf = (
  { states }: Automaton,
  isState: (state: AutomatonState) => boolean,
  fits: (branch: Branch) => boolean,
): readonly Branch[] => [...states.values()].filter(isState).flatMap(({ on }) => on.filter(fits));

/** The branches of a program that may fit a request of a method that it takes. */
export const branchesOfRequests = (
  automaton: Automaton,
  { endpoint, method }: MethodName,
): readonly Branch[] =>
  branchesOf(
    automaton,
    ({ do: steps }) => steps.some(({ kind }) => kind === 'recv'),
    ({ on, of }) =>
      on === 'any' ||
      (on === 'request' &&
        (of === undefined || (of.endpoint === endpoint && of.method === method))),
  );

/** The branches of a program that may fit the answers to its calls of a method of a server. */
export const branchesOfAnswers = (
  solution: Solution,
  automaton: Automaton,
  server: ProcessId,
  { endpoint, method }: MethodName,
  as: 'response' | 'error',
): readonly Branch[] => {
  const connections = new Set(
    solution.channels
      .filter((one) => one.client === automaton.process && one.server === server)
      .map(({ name }) => name),
  );
  const isCall = (step: AutomatonStep): boolean =>
    step.kind === 'call' &&
    step.method === method &&
    (step.over.kind === 'kept'
      ? step.endpoint === endpoint || step.endpoint === ''
      : step.endpoint === endpoint && connections.has(step.over.name));
  return branchesOf(
    automaton,
    ({ do: steps }) => steps.some(isCall),
    ({ on }) => on === 'any' || on === as,
  );
};

/** What a program tests on some branches. */
export const testsOn = (branches: readonly Branch[]): readonly Expression[] =>
  branches.flatMap(({ when }) => (when === undefined ? [] : [when]));

/** What a program keeps on some branches of what came, and what it says of it at once. */
export const takenOn = (
  { states }: Automaton,
  branches: readonly Branch[],
): readonly Expression[] =>
  branches.flatMap(({ keep, next }) => [
    ...keep.map(({ value }) => value),
    ...(states.get(next)?.do ?? []).flatMap(expressionsOfStep),
  ]);

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
  if (messages.some((one) => reads(one, devicesVariable))) return 'any';
  const passesOn = messages.some((one) => reads(one, 'message') || reads(one, 'kept'));
  return asksKernel(automaton) && passesOn ? 'any' : joined(messages.map(integersIn));
};

/** The integers that programs may put in messages; what they leave out is 0. `any`, where that cannot be told. */
export const sentByPrograms = (automata: readonly Automaton[]): readonly bigint[] | 'any' =>
  joined([[0n], ...automata.map(ofProgram)]);
