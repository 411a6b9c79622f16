import { kernelConnection } from '../solution/automaton.ts';
import type { Automaton, AutomatonStep } from '../solution/automaton.ts';
import type { Expression } from '../solution/syntax/tree/expression.ts';

/** A step of a program or a contract that says something. */
export type Saying = Exclude<AutomatonStep, { readonly kind: 'recv' }>;

/** Every step that says something. */
export const sayingsOf = ({ states }: Automaton): readonly Saying[] =>
  [...states.values()].flatMap(({ do: steps }) =>
    steps.flatMap((step) => (step.kind === 'recv' ? [] : [step])),
  );

/** Does a step call a service of the kernel? */
export const isToKernel = (step: Saying): boolean =>
  step.kind === 'call' && step.over.kind === 'connection' && step.over.name === kernelConnection;

/** Does some step call a service of the kernel? */
export const asksKernel = (automaton: Automaton): boolean => sayingsOf(automaton).some(isToKernel);

/** Every expression of an automaton. */
export const expressionsOf = (automaton: Automaton): readonly Expression[] => [
  ...sayingsOf(automaton).map(({ message }) => message),
  ...[...automaton.states.values()].flatMap(({ on }) =>
    on.flatMap(({ when, keep }) => [
      ...(when === undefined ? [] : [when]),
      ...keep.map(({ value }) => value),
    ]),
  ),
];
