import { processId } from '../../model/ids.ts';
import type { ProcessId } from '../../model/ids.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Thread } from '../../kernel/micro/threads/thread.ts';
import { findThread } from '../../kernel/micro/threads/threads.ts';
import type { Context } from '../../kss/context.ts';
import { flowState } from '../flow-state.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { limitValue } from './limits.ts';
import { processesOf } from '../laid-out.ts';
import { threadsOf } from './system.ts';
import type { IpcSystem } from './system.ts';

type State = MicroState<Context>;

const waitOf = ({ nameOf }: IpcSystem, thread: Thread | undefined): TlaValue => {
  if (thread === undefined) return ['dead'];
  const { wait } = thread;
  return wait.kind === 'calling' || wait.kind === 'awaiting'
    ? [wait.kind, nameOf(wait.pending.server), wait.pending.method]
    : [wait.kind];
};

const limitOf = (thread: Thread | undefined): TlaValue => {
  const wait = thread?.wait;
  if (wait?.kind !== 'calling' && wait?.kind !== 'awaiting' && wait?.kind !== 'receiving')
    return limitValue(undefined, false);
  const { remaining, interrupt } = wait.ending;
  return limitValue(remaining, interrupt !== undefined);
};

const servingOf = ({ nameOf }: IpcSystem, thread: Thread | undefined): TlaValue => {
  if (thread?.serving === undefined) return [];
  const { from, method } = thread.serving;
  return thread.isAbandoned ? [nameOf(from), method, 'left'] : [nameOf(from), method];
};

const isStopped = ({ objects }: State, process: ProcessId): boolean =>
  (objects.resources[process] ?? []).some((one) => one?.kind === 'interrupt' && one.isSet);

/** Where the machine of the server stands, as the policy remembers it. */
const contextOf = ({ numbering, topology }: IpcSystem, context: Context): TlaValue => {
  const server = processId(topology.processes.indexOf('s'));
  return flowState(context, 'gate', numbering.process(server));
};

/** The variables of the module Ipc. */
export const viewOf = (system: IpcSystem): ((state: State) => TlaState) => {
  const processes = processesOf(system);
  const byName = (value: (process: ProcessId) => TlaValue): TlaValue =>
    tlaRecord(Object.fromEntries(processes.map((one) => [system.nameOf(one), value(one)])));
  return (state) => {
    const { list, queues } = state.objects.threads;
    const first = (process: ProcessId): Thread | undefined => {
      const [thread] = threadsOf(system, process);
      return findThread(state.objects.threads, thread);
    };
    return {
      wait: byName((process) => waitOf(system, first(process))),
      limit: byName((process) => limitOf(first(process))),
      serving: byName((process) => servingOf(system, first(process))),
      queue: byName((process) =>
        (queues[process] ?? []).map((client) => {
          const from = list[client]?.process;
          return from === undefined ? 'nobody' : system.nameOf(from);
        }),
      ),
      stopped: {
        kind: 'set',
        elements: processes.filter((one) => isStopped(state, one)).map(system.nameOf),
      },
      context: contextOf(system, state.context),
    };
  };
};
