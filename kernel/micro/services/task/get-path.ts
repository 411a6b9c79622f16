import { processAt } from '../../processes.ts';
import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * The path of the image that the caller's process was loaded with.
 *
 * Source: KasperskyOS Community Edition help, "Obtaining information about a process".
 */
export const getPath: KernelService<'task.Task.GetPath'> = (objects, _permit, _plan, caller) =>
  done(objects, { path: processAt(objects.processes, caller.process).path });
