import { Defect, at } from '../../model/defect.ts';
import type { Branded, ProcessId } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import type { Writer } from '../../model/writer.ts';
import type { Permit } from '../mediate.ts';
import type { TableLicence } from './licence.ts';
import { tableOf } from './licence.ts';

/** How a process ended. */
export type Exit =
  | { readonly kind: 'exited'; readonly status: number }
  | { readonly kind: 'terminated' }
  | { readonly kind: 'trapped'; readonly code: number };

/**
 * Where a process is in its life: empty, loaded with an image, running, its threads gone and the rest
 * kept for inspection, or ended.
 */
export type Stage =
  | { readonly kind: 'created' | 'loaded' | 'running' }
  | { readonly kind: 'frozen' | 'ended'; readonly exit: Exit };

/**
 * One process.
 *
 * Shape: `connections` are channels that its creator has made before it runs: they are given at its
 *        start, after those of the solution.
 */
export interface Process {
  /** Unique; of one that was created `Parent/name`. */
  readonly name: string;
  readonly subject: Subject;
  readonly className: string;
  readonly path: string;
  readonly stage: Stage;
  readonly environment: readonly (readonly [name: string, value: string])[];
  readonly connections: readonly Connection[];
  /** Of its first thread. */
  readonly priority: number;
  /** An exception that it does not handle halts the system. */
  readonly haltsOnTrap: boolean;
}

/** A channel to another process, by the name that the client looks it up by. */
export interface Connection {
  readonly name: string;
  readonly server: ProcessId;
}

/**
 * The places for processes, those of the init description first, and whether the system has halted.
 * Only the functions of this file make one.
 */
export type Processes = Branded<
  { readonly list: readonly (Process | undefined)[]; readonly isHalted: boolean },
  'Processes'
>;

const processesOf = (list: readonly (Process | undefined)[], isHalted = false): Processes =>
  ({ list, isHalted }) as Processes;

/** Before boot nothing runs. */
export const loadedProcesses = (initial: readonly Process[], places: number): Processes =>
  processesOf(Array.from({ length: places }, (_, index): Process | undefined => initial[index]));

export const findProcess = ({ list }: Processes, process: ProcessId): Process | undefined =>
  list[process];

/** The process of a place that is taken. */
export const processAt = ({ list }: Processes, process: ProcessId): Process => at(list, process);

export const isStarted = ({ list }: Processes, process: ProcessId): boolean =>
  list[process]?.stage.kind === 'running';

const withProcess = (
  processes: Processes,
  id: ProcessId,
  process: Process | undefined,
): Processes =>
  processesOf(
    processes.list.map((old, index) => (index === id ? process : old)),
    processes.isHalted,
  );

const staged = (process: Process, stage: Stage): Process => ({
  name: process.name,
  subject: process.subject,
  className: process.className,
  path: process.path,
  stage,
  environment: process.environment,
  connections: process.connections,
  priority: process.priority,
  haltsOnTrap: process.haltsOnTrap,
});

/** Licence: the permit of an `execute` event. The process that it starts runs from now on (LBL-1). */
export const start = (processes: Processes, permit: Permit<null>): Processes => {
  const { kind, to } = permit;
  if (kind !== 'execute') throw new Defect('a process was started under another permit');
  if (to === 'kernel' || to === 'einit') return processes;
  return withProcess(processes, to, staged(processAt(processes, to), { kind: 'running' }));
};

/** Licence: the permit of the service that creates it. */
export const withCreated = (
  processes: Processes,
  permit: Permit<unknown>,
  place: ProcessId,
  made: Process,
): Processes => {
  if (permit.to !== 'kernel') throw new Defect('a process was created under another permit');
  if (findProcess(processes, place) !== undefined) throw new Defect('a place is taken');
  return withProcess(processes, place, made);
};

/** Licence: read for which process it is. */
export const withStage = (processes: Processes, licence: TableLicence, stage: Stage): Processes => {
  const id = tableOf(licence);
  return withProcess(processes, id, staged(processAt(processes, id), stage));
};

/** Licence: read for which process it is. What its creator, or it itself, says of it. */
export const described = (
  processes: Processes,
  licence: TableLicence,
  now: Partial<Pick<Process, 'environment' | 'connections' | 'path'>>,
): Processes => {
  const id = tableOf(licence);
  return withProcess(processes, id, { ...processAt(processes, id), ...now });
};

/** A process that has ended and that nobody holds leaves its place; no connection leads there any more. */
export const withoutProcess = ({ list, isHalted }: Processes, place: ProcessId): Processes =>
  processesOf(
    list.map((process, index) => {
      if (index === place || process === undefined) return undefined;
      const connections = process.connections.filter(({ server }) => server !== place);
      return connections.length === process.connections.length
        ? process
        : { ...process, connections };
    }),
    isHalted,
  );

/** The system stops: an exception that its process said must stop it. */
export const halted = ({ list }: Processes): Processes => processesOf(list, true);

const stageNumber = { created: 1, loaded: 2, running: 3, frozen: 4, ended: 5 } as const;
const exitNumber = { exited: 1, terminated: 2, trapped: 3 } as const;

/** Canonical bytes of one process. */
export const encodeProcess = (process: Process, writer: Writer): void => {
  const { stage, environment, connections } = process;
  writer.word(stageNumber[stage.kind]);
  if (stage.kind === 'frozen' || stage.kind === 'ended') {
    writer.word(exitNumber[stage.exit.kind]);
    if (stage.exit.kind === 'exited') writer.word(stage.exit.status);
    if (stage.exit.kind === 'trapped') writer.word(stage.exit.code);
  }
  for (const text of [process.name, process.className, process.path]) writer.text(text);
  writer.word(process.priority);
  writer.word(Number(process.haltsOnTrap));
  writer.word(environment.length);
  for (const [name, value] of environment) {
    writer.text(name);
    writer.text(value);
  }
  writer.word(connections.length);
  for (const { name, server } of connections) {
    writer.text(name);
    writer.word(server);
  }
};

export const encodeProcesses = ({ list, isHalted }: Processes, writer: Writer): void => {
  writer.word(Number(isHalted));
  for (const process of list) {
    if (process === undefined) writer.word(0);
    else encodeProcess(process, writer);
  }
};
