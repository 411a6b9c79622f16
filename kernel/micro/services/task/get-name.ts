import { processAt } from '../../processes.ts';
import { done } from '../service.ts';
import type { KernelService } from '../service.ts';
import { fullName } from './find-name.ts';

/**
 * The name that the caller's process was created with: of one of the init description the whole, which
 * may have a slash in it as any name may.
 *
 * Source: KasperskyOS Community Edition help, "Obtaining information about a process".
 */
export const getName: KernelService<'task.Task.GetName'> = (objects, _permit, plan, caller) => {
  const { name } = processAt(objects.processes, caller.process);
  const isCreated = caller.process >= plan.solution.processes.length;
  const prefix = isCreated ? fullName(plan, caller.process, '') : '';
  return done(objects, { name: name.slice(prefix.length) });
};
