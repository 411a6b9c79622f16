import type { Exploration } from '../assurance/explore-solution.ts';
import type { TracedViolation } from '../assurance/search.ts';
import type { SecurityEvent } from '../model/security.ts';
import { covers } from '../kss/selectors.ts';
import { actorOf } from '../simulator/trace.ts';
import { sequenceOf } from '../reports/sequence.ts';
import type { Sequence } from '../reports/sequence.ts';
import type { SearchData, VerdictCounts } from '../reports/data.ts';
import type { Objective, Solution } from '../solution/solution.ts';

const forbiddenBy =
  (solution: Solution, objective: Objective | undefined) =>
  (event: SecurityEvent): boolean =>
    event.kind === objective?.never.event && covers(solution, objective.never.where, event);

/** A violation's trace as its participants and what passed between them. */
export const violationSequence = (
  solution: Solution,
  { property, trace }: TracedViolation,
): Sequence => {
  const objective = solution.objectives.find(({ name }) => name === property);
  return sequenceOf(
    solution.processes.map(({ name }) => name),
    trace.map((step) => ({ by: actorOf(step), action: step.action, report: step.report })),
    forbiddenBy(solution, objective),
  );
};

/** Verdicts by the kind of the event, as evidence shows them. */
export const verdictCounts = ({ verdicts }: Exploration): VerdictCounts =>
  Object.fromEntries(verdicts.map(({ event, granted, denied }) => [event, { granted, denied }]));

/** An exploration as evidence shows it; of the violations only those of `properties`. */
export const searchData = (
  solution: Solution,
  exploration: Exploration,
  properties: readonly string[],
): SearchData => {
  const { explored, violations, reasons, mostGeneral, programmed, bound } = exploration;
  return {
    states: explored.states,
    edges: explored.edges,
    depth: explored.depth,
    complete: reasons.length === 0,
    reasons,
    actions: Object.fromEntries([...explored.actions].sort()),
    mostGeneral,
    programmed,
    bound,
    verdicts: verdictCounts(exploration),
    violations: violations
      .filter(({ property }) => properties.includes(property))
      .map((violation) => ({
        property: violation.property,
        sequence: violationSequence(solution, violation),
      })),
  };
};
