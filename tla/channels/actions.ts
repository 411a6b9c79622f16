import { handleId, processId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { RecordValue } from '../../model/value.ts';
import { forEver } from '../../kernel/micro/waiting-limits.ts';
import { processesOf } from '../laid-out.ts';
import { findHandle, kernelHandle, localHandle, serviceCall } from '../service-call.ts';
import { ids } from './solution.ts';
import { namingOf, numbersOf } from './system.ts';
import type { ChannelsSystem, State } from './system.ts';

/** A handle that names nothing. */
const noHandle = handleId(99);
/** Of a message, who sends it and by which of its handles: its receiver is to be told of that one. */
const marked = (process: ProcessId, handle: HandleId): RecordValue =>
  record([['x', BigInt(process * 16 + handle)]]);

export const findMark = ({
  fields,
}: RecordValue): { readonly process: ProcessId; readonly handle: HandleId } => {
  const mark = Number(fields.get('x') ?? 0);
  return { process: processId(Math.floor(mark / 16)), handle: handleId(mark % 16) };
};

/** A client asks servers for channels. */
const askingActions = (
  { topology, nameOf }: ChannelsSystem,
  process: ProcessId,
): readonly Action[] => {
  const name = nameOf(process);
  const servers = topology.asks.flatMap(([client, server]) => (client === name ? [server] : []));
  if (servers.length === 0) return [];
  const connect = (server: string, asked: string, msecs = BigInt(forEver)): Action =>
    serviceCall(threadId(process), 'cm.CM', 'Connect', { server, service: asked, msecs });
  const [some = ''] = topology.services;
  return [
    connect('nobody', some),
    connect(name, some),
    ...servers.flatMap((server) => [
      connect(server, some, 0n),
      ...topology.services.map((one) => connect(server, one)),
    ]),
  ];
};

/** A server learns of clients, accepts and drops. */
const acceptingActions = (
  { topology, nameOf }: ChannelsSystem,
  process: ProcessId,
): readonly Action[] => {
  const clients = topology.asks.flatMap(([client, server]) =>
    server === nameOf(process) ? [client] : [],
  );
  const [first] = clients;
  if (first === undefined) return [];
  const accept = (client: string, one: string, id: number, listener?: HandleId): Action =>
    serviceCall(threadId(process), 'cm.CM', 'Accept', {
      client,
      service: one,
      id: BigInt(id),
      ...(listener === undefined ? {} : { listener: localHandle(listener) }),
    });
  const [some = ''] = topology.services;
  return [
    ...topology.filters.flatMap((filter) =>
      [0n, BigInt(forEver)].map((msecs) =>
        serviceCall(threadId(process), 'cm.CM', 'Listen', { filter, msecs }),
      ),
    ),
    accept(first, some, 1, noHandle),
    ...clients.flatMap((client) =>
      topology.services.flatMap((one) => [
        serviceCall(threadId(process), 'cm.CM', 'Drop', { client, service: one }),
        accept(client, one, 1, kernelHandle),
        ...ids.map((id) => accept(client, one, id)),
      ]),
    ),
  ];
};

/** Calls, receptions and answers, over every number of the table. */
const messageActions = (system: ChannelsSystem, process: ProcessId): readonly Action[] => {
  const by = threadId(process);
  const call = (handle: HandleId, endpoint: string): Action => ({
    kind: 'call',
    by,
    handle,
    endpoint,
    method: 'Look',
    message: marked(process, handleId(handle % 16)),
  });
  return [
    call(noHandle, 'gate'),
    ...numbersOf(system).flatMap((number) => [
      ...['gate', 'other', ''].map((endpoint) => call(number, endpoint)),
      { kind: 'recv', by, handle: number } as const,
      serviceCall(threadId(process), 'handle.Handle', 'Close', { handle: localHandle(number) }),
    ]),
    serviceCall(threadId(process), 'handle.Handle', 'Close', { handle: localHandle(noHandle) }),
    { kind: 'recv', by },
    { kind: 'recv', by, handle: noHandle },
    { kind: 'recv', by, handle: kernelHandle },
    { kind: 'reply', by, as: 'response', message: emptyMessage },
  ];
};

/** Everything that the processes may do. */
export const alphabetOf = (system: ChannelsSystem): readonly Action[] =>
  processesOf(system).flatMap((process) => [
    ...askingActions(system, process),
    ...acceptingActions(system, process),
    ...messageActions(system, process),
    ...(system.topology.traps.includes(system.nameOf(process))
      ? [{ kind: 'trap', by: threadId(process), code: 1 } as const]
      : []),
  ]);

/** The handle that a service is given to close. */
export const closedBy = (action: Action): HandleId | undefined =>
  action.kind === 'call' && action.method === 'Close'
    ? findHandle(action.message, 'handle')?.number
    : undefined;

/**
 * What the programs leave out: to use numbers that name nothing, but for one; to let go what a process begins with, and
 * to use an object of their own; to name no endpoint, but where a handle is bound to one.
 */
export const isTried =
  (system: ChannelsSystem) =>
  (state: State, action: Action): boolean => {
    if (action.kind !== 'call' && action.kind !== 'recv') return true;
    const closed = closedBy(action);
    const handle = closed ?? action.handle;
    if (handle === undefined || handle === kernelHandle || handle === noHandle) return true;
    const naming = namingOf(system, state, system.numbering.processOfThread(action.by), handle);
    if (naming.kind === 'listener')
      return closed === undefined && (action.kind === 'recv' || action.endpoint === 'gate');
    if (naming.kind !== 'road') return false;
    if (closed !== undefined) return naming.road[0] !== 'static';
    return action.kind === 'recv' || action.endpoint !== '' || naming.road[0] === 'object';
  };
