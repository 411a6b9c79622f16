import type { ProcessId } from '../../../../model/ids.ts';
import type { Objects } from '../../objects.ts';
import type { Plan } from '../../plan.ts';
import { findProcess } from '../../processes.ts';

/** `Parent/child`: a created process is named within the family of its creator, so that names tell nothing of other families. */
export const fullName = (plan: Plan, creator: ProcessId, name: string): string =>
  `${plan.solution.processes[plan.numbering.familyOf(creator)]?.name ?? ''}/${name}`;

/**
 * The process of a name as a process sees it: one of the init description, or one that its own family
 * has created.
 */
export const findByName = (
  plan: Plan,
  { processes }: Objects,
  by: ProcessId,
  name: string,
): ProcessId | undefined => {
  const initial = plan.solution.processes.find((process) => process.name === name);
  if (initial !== undefined) return initial.id;
  const full = fullName(plan, by, name);
  return plan.numbering
    .childrenOf(plan.numbering.familyOf(by))
    .find((child) => findProcess(processes, child)?.name === full);
};
