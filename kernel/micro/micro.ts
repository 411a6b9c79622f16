import { encodeCore, encodeDma, encodeSpace } from '../../arch/machine/encode.ts';
import { encodeMemory } from '../../arch/memory.ts';
import { component } from '../../model/component.ts';
import type { Component } from '../../model/component.ts';
import { Defect, absurd, at } from '../../model/defect.ts';
import { threadId } from '../../model/ids.ts';
import type { ThreadId } from '../../model/ids.ts';
import type { Action, ThreadAction } from '../../model/step.ts';
import type { ScheduledKernel, System } from '../kernel.ts';
import { encodeAuditLog } from '../audit-log.ts';
import { access } from './access.ts';
import { boot } from './boot.ts';
import { call } from './call.ts';
import { completeInvalidation } from './complete-invalidation.ts';
import type { Core, Left } from './core.ts';
import { describe } from './describe.ts';
import { makeFacts } from './facts.ts';
import { dma } from './dma.ts';
import { encodeTable } from './handles/handles.ts';
import { awaitedAgents } from './memory/agents.ts';
import { encodeMemoryRow } from './memory/memory.ts';
import type { MicroState, Objects } from './objects.ts';
import { parts } from './parts.ts';
import type { Parts } from './parts.ts';
import { planOf } from './plan.ts';
import type { Plan } from './plan.ts';
import { encodeProcesses, findProcess, isStarted } from './processes.ts';
import { querySecurity } from './query-security.ts';
import { raiseInterrupt } from './raise-interrupt.ts';
import { recv } from './recv.ts';
import { reply } from './reply.ts';
import { encodeRow } from './resources.ts';
import { settle } from './settle.ts';
import { encodeQueues, encodeThread } from './threads/encode.ts';
import { findThread, threadOf } from './threads/threads.ts';
import { isTimed, tick } from './tick.ts';
import { trap } from './trap.ts';
import { usePort } from './use-port.ts';

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);

/** What stands where nothing is: interning compares by identity. */
const nothing: readonly undefined[] = [];
const vacant = { wait: undefined } as const;

const placeName = ({ solution }: Plan, process: number): string =>
  solution.processes[process]?.name ?? `place ${String(process)}`;

const hasDevices = ({ machine }: Plan): boolean => machine.size.peripherals.devices.length > 0;

/** The parts that memory adds, where processes may have any. */
const memoryComponentsOf = <Context extends object>(
  plan: Plan,
): readonly Component<MicroState<Context>>[] => {
  type State = MicroState<Context>;
  const { numbering, machine } = plan;
  return [
    ...range(numbering.processes).flatMap((process) => [
      component(
        `memory of ${placeName(plan, process)}`,
        ({ objects }: State) => objects.memory[process] ?? nothing,
        (part, writer) => {
          if ('frames' in part) encodeMemoryRow(part, writer);
        },
        process,
      ),
      component(
        `translations of ${placeName(plan, process)}`,
        ({ objects }: State) => at(objects.machine.spaces, process),
        encodeSpace,
        process,
      ),
    ]),
    ...range(machine.size.cores).map((core) =>
      component(
        `core ${String(core)}`,
        ({ objects }: State) => at(objects.machine.cores, core),
        encodeCore,
      ),
    ),
    component('physical memory', ({ objects }: State) => objects.machine.memory, encodeMemory),
  ];
};

/**
 * The parts of a state. Tables of the places that no limit leaves empty have a part each: a step of one
 * process leaves those of the others as they were.
 */
const componentsOf = <Context extends object>(
  { security }: System<Context>,
  plan: Plan,
): readonly Component<MicroState<Context>>[] => {
  type State = MicroState<Context>;
  const { numbering, limits } = plan;
  const nameOf = (process: number): string => placeName(plan, process);
  return [
    component('processes', ({ objects }: State) => objects.processes, encodeProcesses),
    ...range(numbering.threads).map((thread) =>
      component(
        `thread ${String(thread)} of ${nameOf(numbering.processOfThread(threadId(thread)))}`,
        ({ objects }: State) => objects.threads.list[thread] ?? vacant,
        (part, writer) => {
          encodeThread('process' in part ? part : undefined, writer);
        },
        numbering.processOfThread(threadId(thread)),
      ),
    ),
    component('queues', ({ objects }: State) => objects.threads.queues, encodeQueues),
    ...range(numbering.processes).flatMap((process) => [
      component(
        `handles of ${nameOf(process)}`,
        ({ objects }: State) => objects.handles[process] ?? nothing,
        encodeTable,
        process,
      ),
      component(
        `resources of ${nameOf(process)}`,
        ({ objects }: State) => objects.resources[process] ?? nothing,
        encodeRow,
        process,
      ),
    ]),
    ...(limits.pages === 0 && limits.frames === 0 && !hasDevices(plan)
      ? []
      : memoryComponentsOf(plan)),
    ...(hasDevices(plan)
      ? [component('devices', ({ objects }: State) => objects.machine.dma, encodeDma)]
      : []),
    component('audit', ({ objects }: State) => objects.audit, encodeAuditLog),
    component('context', ({ context }: State) => context, security.encode),
  ];
};

const nameOfThread = ({ numbering }: Plan, { processes }: Objects, thread: ThreadId): string => {
  const process = numbering.processOfThread(thread);
  const name = findProcess(processes, process)?.name ?? `place ${String(process)}`;
  const which = numbering.threadsOf(process).indexOf(thread);
  return which === 0 ? name : `${name}#${String(which)}`;
};

const canAct = ({ threads, processes }: Objects, id: ThreadId): boolean => {
  const thread = findThread(threads, id);
  return (
    thread?.wait.kind === 'ready' && isStarted(processes, thread.process) && !processes.isHalted
  );
};

const readyThreads = ({ threads, processes }: Objects): readonly ThreadId[] => {
  if (processes.isHalted) return [];
  const ready: ThreadId[] = [];
  for (let index = 0; index < threads.list.length; index++) {
    const thread = threads.list[index];
    if (thread?.wait.kind !== 'ready') continue;
    if (findProcess(processes, thread.process)?.stage.kind === 'running')
      ready.push(threadId(index));
  }
  return ready;
};

const actOf = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: ThreadAction,
): Left<Context> => {
  switch (action.kind) {
    case 'call':
      return call(core, state, action);
    case 'recv':
      return recv(core, state, action);
    case 'reply':
      return reply(core, state, action);
    case 'querySecurity':
      return querySecurity(core, state, action);
    case 'trap':
      return trap(core.plan, state, action);
    case 'load':
    case 'store':
    case 'fetch':
      return access(core.plan, state, action);
    case 'portIn':
    case 'portOut':
      return usePort(core.plan, state, action);
    default:
      return absurd(action);
  }
};

const act = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: Action,
): Left<Context> => {
  switch (action.kind) {
    case 'tick':
      return tick(core.plan, state);
    case 'completeInvalidation':
      return completeInvalidation(core, state, action);
    case 'dmaRead':
    case 'dmaWrite':
      return dma(core.plan, state, action);
    case 'raiseInterrupt':
      return raiseInterrupt(core.plan, state, action);
    default:
      return actOfReady(core, state, action);
  }
};

const actOfReady = <Context extends object>(
  core: Core<Context>,
  state: MicroState<Context>,
  action: ThreadAction,
): Left<Context> => {
  if (!canAct(state.objects, action.by)) throw new Defect('a thread acted that cannot');
  return actOf(core, state, action);
};

/**
 * The reference kernel: one lock, rendezvous without buffering (IPC-1).
 *
 * Shape:  `use` are its effects; tests replace one to plant a hole.
 * Throws: `step` throws a `Defect` for a thread that is not ready.
 * Source: spec/requirements.md IPC, MED; TLA+ tla/ipc/Ipc.tla.
 */
export const makeMicro =
  (use: Parts = parts) =>
  <Context extends object>(system: System<Context>): ScheduledKernel<MicroState<Context>> => {
    const plan = planOf(system.solution, system.limits, system.machine);
    const core: Core<Context> = { system, plan, parts: use };
    return {
      threads: plan.numbering.threads,
      nameOf: ({ objects }, thread) => nameOfThread(plan, objects, thread),
      boot: () => boot(core),
      ready: ({ objects }) => readyThreads(objects),
      schedule: ({ objects }, thread) => {
        const { policy, priority } = threadOf(objects.threads, thread);
        return { policy, priority };
      },
      isTimed: ({ objects }) => !objects.processes.isHalted && isTimed(objects),
      invalidating: ({ objects }) => awaitedAgents(plan, objects),
      step: (state, action) => settle(core, state, act(core, state, action), action),
      components: componentsOf(system, plan),
      describe: (state) => describe(system, plan, state),
      facts: makeFacts(plan),
    };
  };
