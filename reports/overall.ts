import { counted } from '../model/counted.ts';
import type {
  RequirementEvidence,
  RequirementStatus,
  StepEvidence,
} from './requirement-evidence.ts';
import type { Status } from './result.ts';

/**
 * The verdict of a whole run.
 *
 * `failed`: a step failed or a result file is faulty. `passed in part`: nothing failed, and some step
 * was skipped or vacuous, or none ran at all.
 */
export interface Overall {
  readonly verdict: 'passed' | 'passed in part' | 'failed';
  readonly sentence: string;
  readonly steps: Readonly<Record<Status, number>>;
  readonly requirements: Readonly<Record<RequirementStatus, number>>;
}

const count = <Name extends string>(items: readonly Name[], name: Name): number =>
  items.filter((item) => item === name).length;

const countSteps = (items: readonly Status[]): Overall['steps'] => ({
  passed: count(items, 'passed'),
  failed: count(items, 'failed'),
  skipped: count(items, 'skipped'),
  vacuous: count(items, 'vacuous'),
});

const countRequirements = (items: readonly RequirementStatus[]): Overall['requirements'] => ({
  supported: count(items, 'supported'),
  failed: count(items, 'failed'),
  unsupported: count(items, 'unsupported'),
  skipped: count(items, 'skipped'),
  vacuous: count(items, 'vacuous'),
});

const failure = (failed: number): string =>
  failed === 0
    ? 'A result file is faulty.'
    : `${counted(failed, 'step has', 'steps have')} failed: a promise is broken.`;

const partial = ({ passed, skipped, vacuous }: Readonly<Record<Status, number>>): string => {
  if (passed === 0) return 'Nothing was shown.';
  const rest = [
    ...(skipped === 0 ? [] : [`${counted(skipped, 'was', 'were')} not run`]),
    ...(vacuous === 0 ? [] : [`${counted(vacuous, 'was', 'were')} vacuous`]),
  ];
  return `${counted(passed, 'step has', 'steps have')} passed and none failed; ${rest.join(', ')}.`;
};

/** What all steps and requirements together come to. */
export const overallOf = (
  ran: readonly StepEvidence[],
  judged: readonly RequirementEvidence[],
  files: 'sound' | 'faulty',
): Overall => {
  const steps = countSteps(ran.map(({ result }) => result.status));
  const counts = { steps, requirements: countRequirements(judged.map(({ status }) => status)) };
  if (steps.failed > 0 || files === 'faulty') {
    return { verdict: 'failed', sentence: failure(steps.failed), ...counts };
  }
  if (steps.skipped + steps.vacuous > 0 || steps.passed === 0) {
    return { verdict: 'passed in part', sentence: partial(steps), ...counts };
  }
  const sentence = `${counted(steps.passed, 'step was', 'steps were')} run, and all have passed.`;
  return { verdict: 'passed', sentence, ...counts };
};
