import { at } from '../../model/defect.ts';
import type { ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Limits } from '../kernel.ts';
import type { Party } from '../mediate.ts';
import { einitSid, fitting, kernelSid, numberingOf } from '../numbering.ts';
import type { Numbering } from '../numbering.ts';
import { clientRights, listenerRights } from '../rights.ts';
import { filesOf } from '../rom.ts';
import type { RomFile } from '../rom.ts';
import { subjectOf } from '../subject.ts';

/** What is laid out before the system runs, and the same in all its states. */
export interface Layout {
  readonly solution: Solution;
  readonly limits: Limits;
  /** The same as in the reference kernel, so that policies see the same SIDs (C-65). */
  readonly numbering: Numbering;
  readonly files: readonly RomFile[];
  readonly subject: (party: Party) => Subject;
  /** The one thread of a process: the first of its places. */
  readonly threadOf: (process: ProcessId) => ThreadId;
}

/** Lays out a system. */
export const layoutOf = (solution: Solution, wanted: Limits): Layout => {
  const files = filesOf(solution);
  const paths = files.map(({ path }) => path);
  const limits = fitting(solution, paths, wanted);
  const numbering = numberingOf(solution, paths, limits);
  const kernel = subjectOf(solution, kernelClass, kernelClass, kernelSid);
  const einit = subjectOf(solution, einitClass, einitClass, einitSid);
  const subjects = solution.processes.map(({ id, name, className }) =>
    subjectOf(solution, name, className, numbering.process(id)),
  );
  return {
    solution,
    limits,
    numbering,
    files,
    subject: (party) => {
      if (party === 'kernel') return kernel;
      return party === 'einit' ? einit : at(subjects, party);
    },
    threadOf: (process) => at(numbering.threadsOf(process), 0),
  };
};

/** What a process holds when it begins, in the order of the numbers: the kernel, its channels, its listener. */
export const firstHeld = (
  { solution: { channels }, numbering }: Layout,
  process: ProcessId,
): readonly { readonly sid: Sid; readonly rights: number }[] => [
  { sid: kernelSid, rights: clientRights },
  ...channels.flatMap(({ client }, index) =>
    client === process ? [{ sid: numbering.channel(index), rights: clientRights }] : [],
  ),
  ...(channels.some(({ server }) => server === process)
    ? [{ sid: numbering.listener(process), rights: listenerRights }]
    : []),
];
