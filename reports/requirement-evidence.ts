import type { Requirement } from '../spec/requirement.ts';
import type { RowId } from '../spec/rows.ts';
import { objectiveStep } from '../spec/steps.ts';
import type { StepName } from '../spec/steps.ts';
import type { How, StepResult } from './result.ts';

/** A step's result and the file that it stands in. */
export interface StepEvidence {
  readonly file: string;
  readonly result: StepResult;
}

/** `missing`: no result file of this step, or one that does not belong to these inputs. */
export interface Support {
  readonly step: string;
  readonly status: StepResult['status'] | 'missing';
  readonly file: string | undefined;
  readonly how: How | undefined;
  readonly detail: string;
}

/** `skipped` and `vacuous` as the steps beneath; `unsupported` where a result is missing. */
export type RequirementStatus = 'supported' | 'failed' | 'unsupported' | 'skipped' | 'vacuous';

/** What supports a requirement in this run, or why nothing does. */
export interface RequirementEvidence {
  readonly id: string;
  readonly row: RowId;
  readonly statement: string;
  readonly status: RequirementStatus;
  readonly by: readonly Support[];
  readonly why: string;
}

const supportOf = (step: string, steps: readonly StepEvidence[]): Support => {
  const found = steps.find(({ result }) => result.step === step);
  if (found === undefined) {
    return { step, status: 'missing', file: undefined, how: undefined, detail: 'no result' };
  }
  const { file, result } = found;
  return { step, status: result.status, file, how: result.how, detail: result.detail };
};

const namesOf = (supports: readonly Support[], status: Support['status']): string =>
  supports
    .filter((support) => support.status === status)
    .map(({ step }) => step)
    .join(', ');

/** The worst that the supports say; supported only if all of them passed. */
const judge = (
  supports: readonly Support[],
): { readonly status: RequirementStatus; readonly why: string } => {
  const failed = namesOf(supports, 'failed');
  if (failed !== '') return { status: 'failed', why: `failed: ${failed}` };
  const missing = namesOf(supports, 'missing');
  if (missing !== '') return { status: 'unsupported', why: `no result of ${missing}` };
  const skipped = namesOf(supports, 'skipped');
  if (skipped !== '') return { status: 'skipped', why: `not run: ${skipped}` };
  const vacuous = namesOf(supports, 'vacuous');
  if (vacuous !== '') return { status: 'vacuous', why: `premise never occurred: ${vacuous}` };
  return { status: 'supported', why: '' };
};

const stepsOf = (name: StepName, objectives: readonly string[]): readonly string[] =>
  name === 'objective' ? objectives.map(objectiveStep) : [name];

/** What the results of a run say of one requirement; `objectives` names those of the solution. */
export const evidenceOf = (
  { id, row, statement, supportedBy }: Requirement,
  objectives: readonly string[],
  steps: readonly StepEvidence[],
): RequirementEvidence => {
  const requirement = { id, row, statement };
  if (supportedBy.length === 0) {
    const why = 'this version has nothing to show for it';
    return { ...requirement, status: 'unsupported', by: [], why };
  }
  const names = supportedBy.flatMap((name) => stepsOf(name, objectives));
  if (names.length === 0) {
    return { ...requirement, status: 'vacuous', by: [], why: 'the solution states no objective' };
  }
  const by = names.map((name) => supportOf(name, steps));
  return { ...requirement, ...judge(by), by };
};
