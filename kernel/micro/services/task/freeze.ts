import { freezeProcess } from '../../end-process.ts';
import { rights } from '../../../rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

/**
 * Freezes a process that runs: its threads are gone, and what it holds is kept until it is terminated.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing` (CAP-1); `wrongState`, for one
 *          that does not run.
 * Source:  KasperskyOS Community Edition help, "Terminating a process", the frozen state; TLA+ `Freeze…` in
 *          tla/lifecycle/Lifecycle.tla.
 */
export const freeze: KernelService<'task.Task.Freeze'> = (objects, permit, plan, caller) => {
  const { task } = permit.request;
  const over = controlled(plan, objects, caller, task, rights.terminate, ['running']);
  if (typeof over === 'string') return refused(over);
  return done(freezeProcess(plan, objects, over.control, { kind: 'terminated' }), {});
};
