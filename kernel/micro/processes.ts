import { Defect } from '../../model/defect.ts';
import type { Branded, ProcessId } from '../../model/ids.ts';
import type { Writer } from '../../model/writer.ts';
import type { Permit } from '../mediate.ts';

/**
 * Which processes have been started, in the order of the init description.
 * Only the functions of this file make one.
 */
export type Processes = Branded<readonly boolean[], 'Processes'>;

const processesOf = (started: readonly boolean[]): Processes => started as Processes;

/** Before boot nothing runs. */
export const noProcesses = (count: number): Processes =>
  processesOf(Array.from({ length: count }, () => false));

/** Licence: the permit of an `execute` event. The process that it starts runs from now on. */
export const start = (processes: Processes, permit: Permit<null>): Processes => {
  const { kind, to } = permit;
  if (kind !== 'execute') throw new Defect('a process was started under another permit');
  if (to === 'kernel' || to === 'einit') return processes;
  return processesOf(processes.map((started, index) => (index === to ? true : started)));
};

export const isStarted = (processes: Processes, process: ProcessId): boolean =>
  processes[process] === true;

export const encodeProcesses = (processes: Processes, writer: Writer): void => {
  for (const started of processes) writer.word(Number(started));
};
