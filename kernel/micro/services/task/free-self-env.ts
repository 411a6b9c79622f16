import { withProcesses } from '../../objects.ts';
import { described } from '../../processes.ts';
import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Drops the environment of the caller's process.
 *
 * Source: KasperskyOS Community Edition help, "Setting the environment of a process".
 */
export const freeSelfEnv: KernelService<'task.Task.FreeSelfEnv'> = (objects, permit) =>
  done(withProcesses(objects, described(objects.processes, permit, { environment: [] })), {});
