import { rights } from '../../../rights.ts';
import { withProcesses } from '../../objects.ts';
import { described } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

/**
 * Sets a variable of the environment of a process that does not run yet.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `wrongState`, for a process that
 *          has started; `invalidArgument`, for an empty name; `resourcesFull`, for too many variables.
 * Source:  KasperskyOS Community Edition help, "Setting the environment of a process".
 */
export const setEnv: KernelService<'task.Task.SetEnv'> = (objects, permit, plan, caller) => {
  const { task, name, value } = permit.request;
  const stages = ['created', 'loaded'] as const;
  const over = controlled(plan, objects, caller, task, rights.control, stages);
  if (typeof over === 'string') return refused(over);
  if (name === '') return refused('invalidArgument');
  const others = over.process.environment.filter(([known]) => known !== name);
  if (others.length >= plan.limits.variables) return refused('resourcesFull');
  const environment = [...others, [name, value] as const];
  return done(
    withProcesses(objects, described(objects.processes, over.control, { environment })),
    {},
  );
};
