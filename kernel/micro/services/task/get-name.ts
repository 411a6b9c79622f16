import { processAt } from '../../processes.ts';
import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * The name that the caller's process was created with.
 *
 * Source: KasperskyOS Community Edition help, "Obtaining information about a process".
 */
export const getName: KernelService<'task.Task.GetName'> = (objects, _permit, _plan, caller) => {
  const { name } = processAt(objects.processes, caller.process);
  return done(objects, { name: name.slice(name.lastIndexOf('/') + 1) });
};
