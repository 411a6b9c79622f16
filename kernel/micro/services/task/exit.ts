import { endOwnProcess } from '../../end-process.ts';
import type { KernelService } from '../service.ts';

/**
 * Ends the caller's process, with a status that holders of the process can ask for.
 *
 * Source: KasperskyOS Community Edition help, "Terminating a process"; TLA+ `Exit…` in tla/ipc/Ipc.tla and
 *         `Exit` in tla/lifecycle/Lifecycle.tla.
 */
export const exit: KernelService<'task.Task.Exit'> = (objects, permit, plan, caller) => ({
  kind: 'ended',
  next: endOwnProcess(plan, objects, caller.process, {
    kind: 'exited',
    status: permit.request.status,
  }),
});
