import { kernelConnection } from '../solution/automaton.ts';
import type { Automaton, AutomatonStep } from '../solution/automaton.ts';

/** A step of a program or a contract that says something. */
export type Saying = Exclude<AutomatonStep, { readonly kind: 'recv' }>;

/** Every step that says something. */
export const sayingsOf = ({ states }: Automaton): readonly Saying[] =>
  [...states.values()].flatMap(({ do: steps }) =>
    steps.flatMap((step) => (step.kind === 'recv' ? [] : [step])),
  );

/** Does some step call a service of the kernel? */
export const asksKernel = (automaton: Automaton): boolean =>
  sayingsOf(automaton).some(
    (step) =>
      step.kind === 'call' &&
      step.over.kind === 'connection' &&
      step.over.name === kernelConnection,
  );
