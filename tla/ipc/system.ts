import { Defect, at } from '../../model/defect.ts';
import type { HandleId, ProcessId, ThreadId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Booted, Kernel } from '../../kernel/kernel.ts';
import { layOut, processesOf } from '../laid-out.ts';
import type { LaidOut } from '../laid-out.ts';
import { answerOf } from '../operator-name.ts';
import { findHandle, serviceCall } from '../service-call.ts';
import { unlimited } from './limits.ts';
import type { Limit } from './limits.ts';
import { ipcFiles } from './solution.ts';
import type { IpcTopology } from './solution.ts';

export type IpcSystem = LaidOut<IpcTopology>;

export const systemOf = (topology: IpcTopology): IpcSystem => {
  const { ticks, msecsPerTick } = topology;
  const limits = { ...exploring, lost: 0, threads: 2, messageBytes: 64, ticks, msecsPerTick };
  return layOut('Ipc', topology, ipcFiles(topology), limits);
};

/** The places for threads of a process: the first calls, receives and answers. */
export const threadsOf = (
  { numbering }: IpcSystem,
  process: ProcessId,
): readonly [first: ThreadId, second: ThreadId] => {
  const threads = numbering.threadsOf(process);
  return [at(threads, 0), at(threads, 1)];
};

/** How a process limits its waits: not at all, and as the topology says. */
export const limitsOf = ({ limits }: IpcTopology, name: string): readonly Limit[] => [
  unlimited,
  ...(limits[name] ?? []),
];

/** Has the process an object that interrupts its waits? */
export const isStoppable = (topology: IpcTopology, name: string): boolean =>
  limitsOf(topology, name).some(({ stop }) => stop === true);

/** Has the process a second thread? It interrupts the first, or ends both. */
export const isTwofold = (topology: IpcTopology, name: string): boolean =>
  isStoppable(topology, name) || topology.exits.includes(name) || topology.traps.includes(name);

/** A booted system: processes have their second thread, and an object to interrupt the first where their limits name one. */
export interface Prepared<State> {
  readonly booted: Booted<State>;
  readonly interruptOf: (process: ProcessId) => HandleId | undefined;
}

/** Boots, and has each process make what the twin begins with. */
export const prepare = <State>(system: IpcSystem, kernel: Kernel<State>): Prepared<State> => {
  const booted = kernel.boot();
  let { state } = booted;
  const make = (action: Action, field: string): HandleId => {
    const { next, outcome } = kernel.step(state, action);
    state = next;
    const made = findHandle(answerOf(outcome), field);
    if (made === undefined) throw new Defect(`the twin Ipc has made no ${field}`);
    return made.number;
  };
  const thread = { entry: 1n, priority: 8n, policy: 0n };
  const interrupts = processesOf(system).map((process) => {
    const [by] = threadsOf(system, process);
    const name = system.nameOf(process);
    if (isTwofold(system.topology, name))
      make(serviceCall(by, 'thread.Thread', 'Create', thread), 'thread');
    return isStoppable(system.topology, name)
      ? make(serviceCall(by, 'ipc.IPC', 'CreateSyncObject', {}), 'syncHandle')
      : undefined;
  });
  return { booted: { ...booted, state }, interruptOf: (process) => interrupts[process] };
};
