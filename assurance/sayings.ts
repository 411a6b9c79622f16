import { isSaying, kernelConnection } from '../solution/automaton.ts';
import type { Automaton, Saying } from '../solution/automaton.ts';

/** Every step that says something. */
export const sayingsOf = ({ states }: Automaton): readonly Saying[] =>
  [...states.values()].flatMap(({ do: steps }) => steps.filter(isSaying));

/** Does a step call a service of the kernel? */
export const isToKernel = (step: Saying): boolean =>
  step.kind === 'call' && step.over.kind === 'connection' && step.over.name === kernelConnection;

/** Does some step call a service of the kernel? */
export const asksKernel = (automaton: Automaton): boolean => sayingsOf(automaton).some(isToKernel);
