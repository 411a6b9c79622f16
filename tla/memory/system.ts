import { abstractMachine } from '../../arch/machine/design.ts';
import type { MachineDesign } from '../../arch/machine/design.ts';
import type { Rights } from '../../arch/page.ts';
import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import { exploring } from '../../kernel/kernel.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import { firstAddress } from '../../kernel/micro/memory/regions.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import type { Plan } from '../../kernel/micro/plan.ts';
import type { Context } from '../../kss/context.ts';
import { layOut } from '../laid-out.ts';
import type { LaidOut } from '../laid-out.ts';
import type { Numbered } from '../numbered.ts';
import { memoryFiles } from './solution.ts';
import type { Asked, MemoryTopology } from './solution.ts';

export type State = MicroState<Context>;

/** What a topology is to the kernel; each process has one thread, of the same number. */
export interface MemorySystem extends LaidOut<MemoryTopology> {
  readonly machine: MachineDesign;
  readonly plan: Plan;
}

export const systemOf = (topology: MemoryTopology): MemorySystem => {
  const limits = {
    ...exploring,
    lost: 0,
    frames: topology.share,
    tables: 1,
    pages: topology.pages,
    resources: topology.objects,
  };
  const laidOut = layOut('Memory', topology, memoryFiles(topology), limits);
  const machine = abstractMachine({ cores: topology.cores, shootdown: 'delayed' });
  return { ...laidOut, machine, plan: planOf(laidOut.solution, limits, machine) };
};

/** The core that a process calls the kernel on: one after another, round and round. */
export const homeOf = ({ cores }: MemoryTopology, process: number): number => process % cores;

export const threadOfProcess = (process: ProcessId): ThreadId => threadId(process);

/** Which page an address is of: 1, 2 … */
export const pageOf = ({ plan }: MemorySystem, address: number): number =>
  Math.floor((address - firstAddress) / plan.machine.pageBytes) + 1;

/** Where a page begins. */
export const addressOf = ({ plan }: MemorySystem, page: number): number =>
  firstAddress + (page - 1) * plan.machine.pageBytes;

/** The rights of a page in a word. */
export const askedOf = ({ write, execute }: Rights): Asked | 'rwx' => {
  if (write) return execute ? 'rwx' : 'rw';
  return execute ? 'rx' : 'r';
};

/** The buffer of a SID, if it is of one. */
export const findBuffer = ({ numbering, nameOf }: MemorySystem, sid: Sid): Numbered | undefined => {
  const place = numbering.place(sid);
  return place.kind === 'resource' ? [nameOf(place.process), place.place + 1] : undefined;
};

/** The buffer that a number of a process's table names. */
export const findNamed = (
  system: MemorySystem,
  { objects }: State,
  process: ProcessId,
  handle: HandleId,
): Numbered | undefined => {
  const entry = findEntry(objects.handles, process, handle);
  return entry === undefined ? undefined : findBuffer(system, entry.sid);
};

/** Every number of a table but the kernel's. */
export const numbersOf = ({ limits }: MemorySystem): readonly HandleId[] =>
  Array.from({ length: limits.handles - 1 }, (_, index) => handleId(index + 1));
