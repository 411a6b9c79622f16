import { Defect } from '../model/defect.ts';
import type { Outcome, Refusal } from '../model/step.ts';
import type { RecordValue } from '../model/value.ts';

const capital = (refusal: Refusal): string =>
  `${refusal.slice(0, 1).toUpperCase()}${refusal.slice(1)}`;

/** `Copy_TableFull`, `Copy_Denied`, `Copy`: an operator by what a step came to. */
export const operatorName = (operator: string, outcome: Outcome): string => {
  if (outcome.kind === 'refused') return `${operator}_${capital(outcome.because)}`;
  return outcome.kind === 'denied' ? `${operator}_Denied` : operator;
};

/** Has the step come to nothing? */
export const isRefusal = ({ kind }: Outcome): boolean => kind === 'refused' || kind === 'denied';

/**
 * What a service has answered.
 *
 * Throws: `Defect`, if it has not.
 */
export const answerOf = (outcome: Outcome): RecordValue => {
  if (outcome.kind === 'done' && outcome.result.kind === 'answered') return outcome.result.message;
  throw new Defect('a service has not answered');
};
