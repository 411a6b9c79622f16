import type { Sid } from '../../model/ids.ts';
import { kernelClass } from '../../solution/solution.ts';
import type { Solution } from '../../solution/solution.ts';
import { subjectsOf } from '../../solution/subjects.ts';
import type { NameOfSid } from './write-event.ts';

/** The names that subjects of a solution have: the kernel, its processes, its classes. */
export const subjectNames = (solution: Solution): readonly string[] => [
  kernelClass,
  ...solution.processes.map(({ name }) => name),
  ...solution.classes.keys(),
];

/** The names of SIDs in a solution; an SID that no subject has is an object of its own. */
export const namesOfSids = (solution: Solution): NameOfSid => {
  const { find } = subjectsOf(solution);
  const bySid = new Map<Sid, string>();
  for (const name of subjectNames(solution)) {
    const found = find(name);
    if (found.kind === 'known' && !bySid.has(found.sid)) bySid.set(found.sid, name);
  }
  return (sid) => bySid.get(sid) ?? `object ${String(sid)}`;
};
