import type { ProcessId, Sid } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type { Channel, Solution } from '../../solution/solution.ts';
import { exploring } from '../kernel.ts';
import type { Limits } from '../kernel.ts';
import { einitSid, fitting, kernelSid, numberingOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { Process } from './processes.ts';

/** A file of the ROM: the image of a program of the solution. */
export interface RomFile {
  readonly path: string;
  readonly className: string;
  /** Hexadecimal digits of its bytes: a descriptor stands for the program's code. */
  readonly bytes: string;
}

/** What is laid out before the system runs, and the same in all its states. */
export interface Plan {
  readonly solution: Solution;
  readonly limits: Limits;
  readonly numbering: Numbering;
  readonly files: readonly RomFile[];
  readonly kernel: Subject;
  readonly einit: Subject;
  /** The channels of the solution by client, in its order. */
  readonly channelsOf: (client: ProcessId) => readonly PlannedChannel[];
  readonly hasClients: (server: ProcessId) => boolean;
}

export interface PlannedChannel extends Channel {
  readonly index: number;
}

/** What the engine knows of a party: a class that the policy does not include is unknown (C-02). */
export const subjectOf = (
  solution: Solution,
  name: string,
  className: string,
  sid: Sid,
): Subject =>
  solution.classes.has(className)
    ? { kind: 'known', name, sid, className }
    : { kind: 'unknown', name: className };

/** The digits of a text of ASCII; what is beyond has none of its own. */
const hexOf = (text: string): string =>
  Array.from(text, (one) => ((one.codePointAt(0) ?? 0) & 0x7f).toString(16).padStart(2, '0')).join(
    '',
  );

const filesOf = ({ processes }: Solution): readonly RomFile[] => {
  const files = new Map<string, RomFile>();
  for (const { className, program } of processes) {
    if (files.has(program.path)) continue;
    const bytes = hexOf(`refmon image of ${className}\n`);
    files.set(program.path, { path: program.path, className, bytes });
  }
  return [...files.values()];
};

/** Lays out a system. */
export const planOf = (solution: Solution, wanted: Limits = exploring): Plan => {
  const files = filesOf(solution);
  const paths = files.map(({ path }) => path);
  const limits = fitting(solution, paths, wanted);
  const numbering = numberingOf(solution, paths, limits);
  const channels = solution.channels.map((channel, index) => ({ ...channel, index }));
  const byClient = solution.processes.map(({ id }) =>
    channels.filter(({ client }) => client === id),
  );
  const servers = new Set(channels.map(({ server }) => server));
  return {
    solution,
    limits,
    numbering,
    files,
    kernel: subjectOf(solution, kernelClass, kernelClass, kernelSid),
    einit: subjectOf(solution, einitClass, einitClass, einitSid),
    channelsOf: (client) => byClient[client] ?? [],
    hasClients: (server) => servers.has(server),
  };
};

/** The processes of the solution, loaded and not yet started. */
export const initialProcesses = ({ solution, numbering }: Plan): readonly Process[] =>
  solution.processes.map(({ id, name, className, program }) => ({
    name,
    subject: subjectOf(solution, name, className, numbering.process(id)),
    className,
    path: program.path,
    stage: { kind: 'loaded' },
    environment: [...program.env],
    connections: [],
    haltsOnTrap: false,
  }));
