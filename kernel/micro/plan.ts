import type { Demand, MachineDesign } from '../../arch/machine/design.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import { Defect } from '../../model/defect.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { Subject } from '../../model/security.ts';
import { einitClass, kernelClass } from '../../solution/solution.ts';
import type { Channel, Solution } from '../../solution/solution.ts';
import { exploring } from '../kernel.ts';
import type { Limits } from '../kernel.ts';
import { einitSid, fitting, kernelSid, numberingOf } from '../numbering.ts';
import type { Numbering } from '../numbering.ts';
import { filesOf } from '../rom.ts';
import type { RomFile } from '../rom.ts';
import { subjectOf } from '../subject.ts';
import { machineOfSolution } from './machine-of-solution.ts';
import type { Process } from './processes.ts';

/** What is laid out before the system runs, and the same in all its states. */
export interface Plan {
  readonly solution: Solution;
  readonly limits: Limits;
  readonly numbering: Numbering;
  readonly machine: Machine;
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

/** An image is code, data and stack. */
const imagePages = 3;

const demandOf = ({ processes }: Numbering, { frames, tables, domains }: Limits): Demand => ({
  spaces: processes,
  frames,
  tables,
  domains: processes * (1 + domains),
});

/** How much a solution asks for: places, limits that fit, and what the machine has to have. */
export interface Extent {
  readonly limits: Limits;
  readonly numbering: Numbering;
  readonly demand: Demand;
}

/** What a system is laid out for, before there is a machine. */
export const extentOf = (solution: Solution, wanted: Limits): Extent => {
  const paths = filesOf(solution).map(({ path }) => path);
  const limits = fitting(solution, paths, wanted);
  const numbering = numberingOf(solution, paths, limits);
  return { limits, numbering, demand: demandOf(numbering, limits) };
};

/**
 * Lays out a system.
 *
 * Throws: `Defect`, for limits that leave a process no room for its image.
 */
export const planOf = (
  solution: Solution,
  wanted: Limits = exploring,
  design: MachineDesign = machineOfSolution(solution),
): Plan => {
  const files = filesOf(solution);
  const { limits, numbering, demand } = extentOf(solution, wanted);
  const { image, frames: share, pages } = limits;
  if (imagePages * image > Math.min(share, pages))
    throw new Defect('the share of a process has no room for its image');
  const channels = solution.channels.map((channel, index) => ({ ...channel, index }));
  const byClient = solution.processes.map(({ id }) =>
    channels.filter(({ client }) => client === id),
  );
  const servers = new Set(channels.map(({ server }) => server));
  return {
    solution,
    limits,
    numbering,
    machine: design(demand),
    files,
    kernel: subjectOf(solution, kernelClass, kernelClass, kernelSid),
    einit: subjectOf(solution, einitClass, einitClass, einitSid),
    channelsOf: (client) => byClient[client] ?? [],
    hasClients: (server) => servers.has(server),
  };
};

/** Of the first thread of a process of the solution: the middle of the standard ones. */
const defaultPriority = 8;

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
    priority: defaultPriority,
    haltsOnTrap: false,
  }));
