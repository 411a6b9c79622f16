import type { RequirementEvidence, RequirementStatus, StepEvidence } from './requirement-evidence.ts';
import { requirementStatuses } from './requirement-evidence.ts';
import { statuses } from './result.ts';
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

const countBy = <Name extends string>(
  names: readonly Name[],
  items: readonly Name[],
  zero: Readonly<Record<Name, number>>,
): Readonly<Record<Name, number>> => {
  const counts = { ...zero };
  for (const name of names) counts[name] = items.filter((item) => item === name).length;
  return counts;
};

const noSteps = { passed: 0, failed: 0, skipped: 0, vacuous: 0 };
const noRequirements = { supported: 0, failed: 0, unsupported: 0, skipped: 0, vacuous: 0 };

const plural = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

const failure = (failed: number): string =>
  failed === 0
    ? 'A result file is faulty.'
    : `${plural(failed, 'step has', 'steps have')} failed: a promise is broken.`;

const partial = ({ passed, skipped, vacuous }: Readonly<Record<Status, number>>): string => {
  if (passed === 0) return 'Nothing was shown.';
  const rest = [
    ...(skipped === 0 ? [] : [`${plural(skipped, 'was', 'were')} not run`]),
    ...(vacuous === 0 ? [] : [`${plural(vacuous, 'was', 'were')} vacuous`]),
  ];
  return `${plural(passed, 'step has', 'steps have')} passed and none failed; ${rest.join(', ')}.`;
};

/** What all steps and requirements together come to. */
export const overallOf = (
  ran: readonly StepEvidence[],
  judged: readonly RequirementEvidence[],
  files: 'sound' | 'faulty',
): Overall => {
  const steps = countBy(
    statuses,
    ran.map(({ result }) => result.status),
    noSteps,
  );
  const counts = {
    steps,
    requirements: countBy(
      requirementStatuses,
      judged.map(({ status }) => status),
      noRequirements,
    ),
  };
  if (steps.failed > 0 || files === 'faulty') {
    return { verdict: 'failed', sentence: failure(steps.failed), ...counts };
  }
  if (steps.skipped + steps.vacuous > 0 || steps.passed === 0) {
    return { verdict: 'passed in part', sentence: partial(steps), ...counts };
  }
  const sentence = `${plural(steps.passed, 'step was', 'steps were')} run, and all have passed.`;
  return { verdict: 'passed', sentence, ...counts };
};
