import { emptyMessage } from '../../../../model/value.ts';
import { startHandles } from '../../begin.ts';
import { rights } from '../../../rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { controlled } from './controlled.ts';

/**
 * Starts a loaded process. The start is an `execute` event, judged in the midst of the service: denied, the
 * process stays as it is (LBL-1).
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `wrongState`, for a process that is
 *          not loaded; `startDenied`; `resourcesFull`, where the channels of the process exceed its share;
 *          `tableFull`, where its first handles exceed its table; `framesFull`, where a core may still translate by
 *          what a process before it had mapped.
 * Source:  KasperskyOS Community Edition help, "Starting a process"; TLA+ `Start…` in tla/lifecycle/Lifecycle.tla.
 */
export const resume: KernelService<'task.Task.Resume'> = (objects, permit, plan, caller) => {
  const { task } = permit.request;
  const over = controlled(plan, objects, caller, task, rights.control, ['loaded']);
  if (typeof over === 'string') return refused(over);
  const first = startHandles(plan, objects, over.control);
  if (typeof first === 'string') return refused(first);
  return {
    kind: 'judge',
    ask: {
      kind: 'execute',
      by: caller.process,
      to: over.control.over,
      endpoint: undefined,
      method: 'main',
      message: emptyMessage,
      show: (message) => message,
      read: () => null,
    },
    granted: (started, begin) => done(begin(plan, first.objects, started, first.handles), {}),
  };
};
