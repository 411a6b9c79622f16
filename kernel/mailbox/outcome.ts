import type { Outcome, Refusal } from '../../model/step.ts';
import { retcodeOf } from '../retcode.ts';

/** A refusal as the outcome of an action. */
export const refusal = (because: Refusal): Outcome => ({
  kind: 'refused',
  because,
  retcode: retcodeOf[because],
});
