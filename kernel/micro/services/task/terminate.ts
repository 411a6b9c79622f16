import { endProcess } from '../../end-process.ts';
import { rights } from '../../../rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

/**
 * Ends a process that runs or is frozen.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing` (CAP-1); `wrongState`, for one that
 *          neither runs nor is frozen.
 * Source:  KasperskyOS Community Edition help, "Terminating a process"; TLA+ `Terminate…` in tla/lifecycle/Lifecycle.tla.
 */
export const terminate: KernelService<'task.Task.Terminate'> = (objects, permit, plan, caller) => {
  const { task } = permit.request;
  const stages = ['running', 'frozen'] as const;
  const over = controlled(plan, objects, caller, task, rights.terminate, stages);
  if (typeof over === 'string') return refused(over);
  return done(endProcess(plan, objects, over.control, { kind: 'terminated' }), {});
};
