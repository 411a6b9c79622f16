import { Defect, at } from '../../model/defect.ts';
import { handleId, processId } from '../../model/ids.ts';
import type { HandleId, ProcessId, Sid, ThreadId } from '../../model/ids.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Limits } from '../../kernel/kernel.ts';
import type { Numbering } from '../../kernel/numbering.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import type { Solution } from '../../solution/solution.ts';
import { loadTwin } from '../load-twin.ts';
import { noticeFiles } from './solution.ts';
import type { NoticeTopology, ThreadRole } from './solution.ts';

/** What a topology is to the kernel, and how the module's names stand to the kernel's numbers. */
export interface NoticeSystem {
  readonly topology: NoticeTopology;
  readonly solution: Solution;
  readonly limits: Limits;
  readonly numbering: Numbering;
  readonly processes: readonly ProcessId[];
  /** Every thread, in the kernel's order. */
  readonly threads: readonly ThreadId[];
  readonly nameOf: (process: ProcessId) => string;
  /** `b2`: the second thread of "b". */
  readonly threadName: (thread: ThreadId) => string;
  readonly roleOf: (thread: ThreadId) => ThreadRole;
  /** A resource as the module names it: its maker, and which of its places. */
  readonly placeOf: (sid: Sid) => readonly [string, number];
}

/** A thread by the module's name. */
export interface NamedThread extends ThreadRole {
  readonly name: string;
}

/** The threads of a topology: `b1` and `b2` are those of "b". */
export const threadsOf = ({ threads }: NoticeTopology): readonly NamedThread[] =>
  threads.map((role, index) => {
    const before = threads.slice(0, index).filter((one) => one.of === role.of).length;
    return { ...role, name: `${role.of}${String(before + 1)}` };
  });

const countOf = (topology: NoticeTopology, process: string): number =>
  topology.threads.filter((one) => one.of === process).length;

/** The kernel's handle, and those of channels and listener: the module leaves them out. */
const outside = ({ channels }: NoticeTopology, name: string): number =>
  1 +
  channels.filter(([client]) => client === name).length +
  (channels.some(([, server]) => server === name) ? 1 : 0);

/** Numbers of the module in the table of a process. */
export const numbersOf = (topology: NoticeTopology, name: string): number =>
  topology.table - outside(topology, name);

export const systemOf = (topology: NoticeTopology): NoticeSystem => {
  const solution = loadTwin('Notice', noticeFiles(topology));
  const { table: handles, resources, subscriptions, ticks } = topology;
  const threads = Math.max(...topology.processes.map((name) => countOf(topology, name)));
  const transfers = topology.lent.length;
  const limits: Limits = {
    ...exploring,
    ...{ handles, resources, subscriptions, ticks, threads, transfers },
  };
  const { numbering } = planOf(solution, limits);
  const processes = solution.processes.map((_, index) => processId(index));
  const nameOf = (process: ProcessId): string => at(topology.processes, process);
  const all = processes.flatMap((process) =>
    numbering.threadsOf(process).slice(0, countOf(topology, nameOf(process))),
  );
  const roles = threadsOf(topology);
  const roleOf = (thread: ThreadId): NamedThread => at(roles, all.indexOf(thread));
  return {
    topology,
    solution,
    limits,
    numbering,
    processes,
    threads: all,
    nameOf,
    roleOf,
    threadName: (thread) => roleOf(thread).name,
    placeOf: (sid) => {
      const place = numbering.place(sid);
      if (place.kind !== 'resource') throw new Defect(`a ${place.kind} among the resources`);
      return [nameOf(place.process), place.place + 1];
    },
  };
};

/** The kernel's number of a number of the module; 0 is the kernel's own handle on both sides. */
export const handleOf = (
  { topology, nameOf }: NoticeSystem,
  process: ProcessId,
  number: number,
): HandleId => handleId(number === 0 ? 0 : outside(topology, nameOf(process)) + number - 1);

/** The module's number of a number of the kernel. */
export const numberOf = (
  { topology, nameOf }: NoticeSystem,
  process: ProcessId,
  handle: HandleId,
): number => (handle === 0 ? 0 : handle - outside(topology, nameOf(process)) + 1);
