import { Defect, absurd, at } from '../../model/defect.ts';
import { handleId, processId, threadId } from '../../model/ids.ts';
import type { ProcessId, ThreadId } from '../../model/ids.ts';
import type { Action, Report } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import { exploring } from '../../kernel/kernel.ts';
import { makeMicro } from '../../kernel/micro/micro.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { parts } from '../../kernel/micro/parts.ts';
import type { Parts } from '../../kernel/micro/parts.ts';
import type { Thread } from '../../kernel/micro/threads/thread.ts';
import type { Context } from '../../kss/context.ts';
import { threadOf } from '../../kernel/micro/threads/threads.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Topology } from '../init-text.ts';
import { loadTwin } from '../load-twin.ts';
import type { Operator, Twin } from '../twin.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { ipcFiles } from './solution.ts';

const methods = ['Open', 'Close', 'Look'] as const;
const kinds = ['response', 'error'] as const;
const endpoint = 'gate';

const malformed = record([['x', 'text']]);
const wellFormed = record([['x', 1n]]);

/** A process has one thread, of the same number. */
const processOf = (thread: ThreadId): ProcessId => processId(thread);

/** Every action that the module has an operator for, of one thread. */
const actionsOf = (solution: Solution, by: ThreadId): readonly Action[] => {
  const servers = solution.channels.filter(({ client }) => client === processOf(by));
  const call = (handle: number, method: string, message = wellFormed): Action => ({
    kind: 'call',
    by,
    handle: handleId(handle),
    endpoint,
    method,
    message,
  });
  return [
    call(99, 'Open'),
    ...servers.flatMap((_, index) => [
      call(index + 1, 'Nothing'),
      ...methods.map((method) => call(index + 1, method, malformed)),
      ...methods.map((method) => call(index + 1, method)),
    ]),
    { kind: 'recv', by },
    ...kinds.map((as): Action => ({ kind: 'reply', by, as, message: emptyMessage })),
  ];
};

const nameOf = (solution: Solution, process: number): string =>
  at(solution.processes, process).name;

const waitView = (solution: Solution, { wait }: Thread): TlaValue =>
  wait.kind === 'calling' || wait.kind === 'awaiting'
    ? [wait.kind, nameOf(solution, wait.pending.server), wait.pending.method]
    : [wait.kind];

const servingView = (solution: Solution, { serving }: Thread): TlaValue =>
  serving === undefined ? [] : [nameOf(solution, serving.from), serving.method];

const contextView = (solution: Solution, { objects }: Context): TlaValue => {
  const server = solution.processes.findIndex(({ name }) => name === 's');
  const argument = record([['sid', BigInt(3 + server)]]);
  const state = objects.get('gate')?.expression('query', argument);
  return state?.kind === 'value' && typeof state.value === 'string' ? state.value : 'none';
};

const view =
  (solution: Solution) =>
  ({ objects, context }: MicroState<Context>): TlaState => {
    const { list, queues } = objects.threads;
    const byName = (value: (thread: Thread) => TlaValue): TlaValue =>
      tlaRecord(
        Object.fromEntries(
          list.flatMap((thread) =>
            thread === undefined ? [] : [[nameOf(solution, thread.process), value(thread)]],
          ),
        ),
      );
    return {
      wait: byName((thread) => waitView(solution, thread)),
      serving: byName((thread) => servingView(solution, thread)),
      queue: tlaRecord(
        Object.fromEntries(
          queues.map((queue, process) => [
            nameOf(solution, process),
            queue.map((client) => nameOf(solution, client)),
          ]),
        ),
      ),
      context: contextView(solution, context),
    };
  };

const callOperator = (
  solution: Solution,
  action: Extract<Action, { readonly kind: 'call' }>,
  { outcome, completions }: Report,
): Operator => {
  const by = nameOf(solution, action.by);
  const channel = solution.channels.filter(({ client }) => client === processOf(action.by))[
    action.handle - 1
  ];
  if (outcome.kind === 'refused' || channel === undefined) return ['Call_BadHandle', by];
  const server = nameOf(solution, channel.server);
  if (outcome.kind === 'denied') {
    const { because } = outcome.verdict;
    if (because === 'unknownMethod') return ['Call_UnknownMethod', by, server];
    const name = because === 'malformed' ? 'Call_Malformed' : 'Call_Denied';
    return [name, by, server, action.method];
  }
  const name = completions.length > 0 ? 'Call_Deliver' : 'Call_Queue';
  return [name, by, server, action.method];
};

const recvOperator = (
  solution: Solution,
  state: MicroState<Context>,
  by: ThreadId,
  { outcome }: Report,
): Operator => {
  const name = nameOf(solution, by);
  if (outcome.kind === 'refused') return ['Recv_AlreadyServing', name];
  if (outcome.kind !== 'done' || outcome.result.kind !== 'received') return ['Recv_Wait', name];
  const client = state.objects.threads.queues[by]?.[0] ?? -1;
  return ['Recv_Take', name, nameOf(solution, client), outcome.result.method];
};

const replyOperator = (
  solution: Solution,
  state: MicroState<Context>,
  { by, as }: Extract<Action, { readonly kind: 'reply' }>,
  { outcome }: Report,
): Operator => {
  const name = nameOf(solution, by);
  const { serving } = threadOf(state.objects.threads, by);
  if (serving === undefined) return ['Reply_NotServing', name];
  const operator = outcome.kind === 'denied' ? 'Reply_Denied' : 'Reply_Granted';
  return [operator, name, nameOf(solution, serving.from), serving.method, as];
};

const operatorOf =
  (solution: Solution): Twin<MicroState<Context>>['operator'] =>
  (state, action, report) => {
    switch (action.kind) {
      case 'call':
        return callOperator(solution, action, report);
      case 'recv':
        return recvOperator(solution, state, action.by, report);
      case 'reply':
        return replyOperator(solution, state, action, report);
      case 'querySecurity':
      case 'trap':
      case 'tick':
        throw new Defect(`the twin Ipc has no operator for ${action.kind}`);
      default:
        return absurd(action);
    }
  };

/**
 * The reference kernel and engine beside the module Ipc.
 *
 * Shape: `use` replaces a part of the kernel, to plant a mismatch.
 */
export const ipcTwin = (topology: Topology, use: Parts = parts): Twin<MicroState<Context>> => {
  const solution = loadTwin('Ipc', ipcFiles(topology));
  const kernel = makeMicro(use)({ solution, security: interpret(solution), limits: exploring });
  return {
    name: 'Ipc',
    kernel,
    booted: kernel.boot(),
    alphabet: solution.processes.flatMap((_, index) => actionsOf(solution, threadId(index))),
    isTried: () => true,
    view: view(solution),
    operator: operatorOf(solution),
  };
};

/** Every operator with every argument, for the generated module. */
export const ipcOperators = ({ processes, channels }: Topology): readonly Operator[] => {
  const pairs = channels.map(([client, server]) => [client, server] as const);
  const answers = channels.map(([client, server]) => [server, client] as const);
  return [
    ...processes.map((p): Operator => ['Call_BadHandle', p]),
    ...pairs.map(([p, q]): Operator => ['Call_UnknownMethod', p, q]),
    ...['Call_Malformed', 'Call_Denied', 'Call_Queue', 'Call_Deliver'].flatMap((name) =>
      pairs.flatMap(([p, q]) => methods.map((m): Operator => [name, p, q, m])),
    ),
    ...['Recv_AlreadyServing', 'Recv_Wait', 'Reply_NotServing'].flatMap((name) =>
      processes.map((p): Operator => [name, p]),
    ),
    ...answers.flatMap(([p, q]) => methods.map((m): Operator => ['Recv_Take', p, q, m])),
    ...['Reply_Denied', 'Reply_Granted'].flatMap((name) =>
      answers.flatMap(([p, q]) =>
        methods.flatMap((m) => kinds.map((k): Operator => [name, p, q, m, k])),
      ),
    ),
  ];
};
