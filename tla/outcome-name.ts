import type { Outcome, Refusal } from '../model/step.ts';

const capital = (refusal: Refusal): string =>
  `${refusal.slice(0, 1).toUpperCase()}${refusal.slice(1)}`;

/** `Copy_TableFull`, `Copy_Denied`, `Copy`: an operator by what a step came to. */
export const named = (operator: string, outcome: Outcome): string => {
  if (outcome.kind === 'refused') return `${operator}_${capital(outcome.because)}`;
  return outcome.kind === 'denied' ? `${operator}_Denied` : operator;
};
