import { subjectOf } from '../../../subject.ts';
import { allRights } from '../../../rights.ts';
import { giveHandle } from '../../make.ts';
import { withProcesses } from '../../objects.ts';
import { findProcess, withCreated } from '../../processes.ts';
import type { Process } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { scheduleOf } from '../thread/schedule.ts';
import { isClassOfProgram } from './class-of-program.ts';
import { findByName, fullName } from './find-name.ts';

/** The flag that lets an exception, which the process does not handle, halt the system. */
export const haltsOnTrap = 0x1;

/**
 * Creates an empty process of a class that the policy knows (LBL-1), in a place of the share of the
 * caller's family. Who creates chooses the class: a policy must say who may create what.
 *
 * Refuses: `invalidArgument`, for an empty name, and for a priority that there is not; `classUnknown`, for a
 *          class that the policy does not include, and for those of the kernel and Einit; `nameTaken`; `processesFull` (AVL-1); `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Creating a process"; TLA+ `Create…` in tla/lifecycle/Lifecycle.tla.
 */
export const create: KernelService<'task.Task.Create'> = (objects, permit, plan, caller) => {
  const { name, eiid, path, priority, flags } = permit.request;
  const { numbering, solution } = plan;
  if (name === '') return refused('invalidArgument');
  if (!isClassOfProgram(solution, eiid)) return refused('classUnknown');
  const schedule = scheduleOf(0, priority);
  if (schedule === undefined) return refused('invalidArgument');
  if (findByName(plan, objects, caller.process, name) !== undefined) return refused('nameTaken');
  const place = numbering
    .childrenOf(numbering.familyOf(caller.process))
    .find((one) => findProcess(objects.processes, one) === undefined);
  if (place === undefined) return refused('processesFull');
  const sid = numbering.process(place);
  const full = fullName(plan, caller.process, name);
  const process: Process = {
    name: full,
    subject: subjectOf(solution, full, eiid, sid),
    className: eiid,
    path,
    stage: { kind: 'created' },
    environment: [],
    connections: [],
    priority: schedule.priority,
    haltsOnTrap: (flags & haltsOnTrap) !== 0,
  };
  const created = withProcesses(objects, withCreated(objects.processes, permit, place, process));
  const given = giveHandle(plan, created, permit, caller, { sid, rights: allRights });
  if (typeof given === 'string') return refused(given);
  return done(given.objects, { child: given.handle }, given.handle);
};
