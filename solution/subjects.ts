import { sidOf } from '../model/ids.ts';
import type { Subject } from '../model/security.ts';
import { kernelClass } from './solution.ts';
import type { Solution } from './solution.ts';

/** Names that events may use: a process, else a class, else nobody (C-01). */
export interface Subjects {
  readonly find: (name: string) => Subject;
  /** The least SID that no subject of the solution has. */
  readonly firstFreeSid: number;
}

/**
 * The subjects of a solution, each with an SID of its own: the kernel 1, then the processes in the
 * order of init.yaml, then the classes as subjects of their own, in the order of the policy.
 */
export const subjectsOf = (solution: Solution): Subjects => {
  const { processes, classes } = solution;
  const subjects = new Map<string, Subject>();
  const add = (name: string, className: string, sid: number): void => {
    if (subjects.has(name)) return;
    subjects.set(
      name,
      classes.has(className)
        ? { kind: 'known', name, className, sid: sidOf(sid) }
        : { kind: 'unknown', name },
    );
  };
  add(kernelClass, kernelClass, 1);
  const firstProcess = 2;
  for (const { id, name, className } of processes) add(name, className, firstProcess + id);
  const firstClass = firstProcess + processes.length;
  for (const [index, name] of [...classes.keys()].entries()) add(name, name, firstClass + index);
  return {
    find: (name) => subjects.get(name) ?? { kind: 'unknown', name },
    firstFreeSid: firstClass + classes.size,
  };
};
