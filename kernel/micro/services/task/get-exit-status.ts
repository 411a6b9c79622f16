import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { processAt } from '../../processes.ts';
import type { Exit } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

const numberOf = { exited: 1, terminated: 2, trapped: 3 } as const satisfies Record<
  Exit['kind'],
  number
>;

const statusOf = (exit: Exit): number => {
  switch (exit.kind) {
    case 'exited':
      return exit.status;
    case 'trapped':
      return exit.code;
    case 'terminated':
      return 0;
  }
};

/**
 * How a process ended, and with what status or exception; 0 while it has not.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing` (CAP-1).
 * Source:  KasperskyOS Community Edition help, "Obtaining information about a process"; TLA+ `Status…` in
 *          tla/lifecycle/Lifecycle.tla.
 */
export const getExitStatus: KernelService<'task.Task.GetExitStatus'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { task } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, task, 'process', rights.query);
  if (typeof held === 'string') return refused(held);
  const { stage } = processAt(objects.processes, held.found.process);
  return stage.kind === 'ended' || stage.kind === 'frozen'
    ? done(objects, { ended: numberOf[stage.exit.kind], status: statusOf(stage.exit) })
    : done(objects, { ended: 0, status: 0 });
};
