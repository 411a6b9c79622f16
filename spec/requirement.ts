import type { RowId } from './rows.ts';
import type { StepName } from './steps.ts';

/**
 * A statement that can be tested, and what shows it.
 *
 * Shape: `supportedBy` names the steps that must all pass; it is empty where this version has
 *        nothing to show, and the evidence then says *unsupported*.
 */
export interface Requirement {
  readonly id: string;
  readonly row: RowId;
  readonly statement: string;
  readonly supportedBy: readonly StepName[];
}
