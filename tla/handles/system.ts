import { handleId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import { exploring } from '../../kernel/kernel.ts';
import { rights } from '../../kernel/rights.ts';
import { layOut } from '../laid-out.ts';
import type { LaidOut } from '../laid-out.ts';
import { handlesFiles, rightNames } from './solution.ts';
import type { HandlesTopology, Mask } from './solution.ts';

/** What a topology is to the kernel, and how the module's numbers stand to the kernel's. */
export interface HandlesSystem extends LaidOut<HandlesTopology> {
  /** Where the module's number 1 of a process is in the kernel's table. */
  readonly first: (process: ProcessId) => number;
  /** Where the module's resource 1 of a process is in the kernel's range. */
  readonly firstResource: (process: ProcessId) => number;
}

/** The kernel's handle, and those of channels, listener and badge: the module leaves them out. */
const outside = ({ channels, badged }: HandlesTopology, name: string): number => {
  const asClient = channels.filter(([client]) => client === name).length;
  const asServer = channels.some(([, server]) => server === name) ? 1 : 0;
  return 1 + asClient + asServer + (badged.includes(name) ? 1 : 0);
};

/** Numbers of the module in the table of each process, by its name. */
export const placesOf = (topology: HandlesTopology): Readonly<Record<string, number>> =>
  Object.fromEntries(
    topology.processes.map((name) => [name, topology.table - outside(topology, name)]),
  );

/** How many resources of the module each process may have made, by its name. */
export const objectsOf = ({
  processes,
  makers,
  badged,
  resources,
}: HandlesTopology): Readonly<Record<string, number>> => {
  const own = (name: string): number => resources - (badged.includes(name) ? 1 : 0);
  return Object.fromEntries(processes.map((name) => [name, makers.includes(name) ? own(name) : 0]));
};

export const systemOf = (topology: HandlesTopology): HandlesSystem => {
  const { table: handles, transfers, resources } = topology;
  const limits = { ...exploring, handles, transfers, resources };
  const laidOut = layOut('Handles', topology, handlesFiles(topology), limits);
  const { nameOf } = laidOut;
  return {
    ...laidOut,
    first: (process) => outside(topology, nameOf(process)),
    firstResource: (process) => (topology.badged.includes(nameOf(process)) ? 1 : 0),
  };
};

/** The module's numbers of a process's table: 1, 2 … */
export const numbersOf = ({ limits, first }: HandlesSystem, process: ProcessId) =>
  Array.from({ length: limits.handles - first(process) }, (_, index) => index + 1);

/** The kernel's number of a number of the module. */
export const handleOf = ({ first }: HandlesSystem, process: ProcessId, number: number): HandleId =>
  handleId(first(process) + number - 1);

/** The module's number of a number of the kernel. */
export const numberOf = ({ first }: HandlesSystem, process: ProcessId, handle: HandleId): number =>
  handle - first(process) + 1;

/** Where the badge of a process is, if it has one: last of those that it begins with. */
export const findBadge = (system: HandlesSystem, process: ProcessId): HandleId | undefined =>
  system.topology.badged.includes(system.nameOf(process))
    ? handleId(system.first(process) - 1)
    : undefined;

/** A set of names as the kernel's mask. */
export const maskOf = (names: Mask): number => names.reduce((mask, name) => mask | rights[name], 0);

/** The kernel's mask as a set of names; a right that the module does not have is a number. */
export const rightsOf = (mask: number): readonly string[] => {
  const names = rightNames.filter((name) => (mask & rights[name]) !== 0);
  const more = (mask & ~maskOf(names)) >>> 0;
  return more === 0 ? names : [...names, String(more)];
};
