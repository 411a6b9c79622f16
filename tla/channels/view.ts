import type { ProcessId } from '../../model/ids.ts';
import type { Thread } from '../../kernel/micro/threads/thread.ts';
import { findThread } from '../../kernel/micro/threads/threads.ts';
import { tlaRecord } from '../value.ts';
import type { TlaState, TlaValue } from '../value.ts';
import { overValue, roadValue } from './arguments.ts';
import type { Road } from './system.ts';
import { processesOf } from '../laid-out.ts';
import { findRoad, threadOfProcess } from './system.ts';
import type { ChannelsSystem, State } from './system.ts';

const roadOf = (
  system: ChannelsSystem,
  holder: ProcessId,
  sid: Parameters<typeof findRoad>[2],
): TlaValue => {
  const road = findRoad(system, holder, sid);
  return road === undefined ? [] : roadValue(road);
};

const overOf = (system: ChannelsSystem, { process, wait }: Thread): TlaValue => {
  if (wait.kind !== 'receiving' || wait.over === undefined) return overValue('any');
  const isListener = system.numbering.place(wait.over).kind === 'listener';
  return isListener ? overValue('listener') : roadOf(system, process, wait.over);
};

const waitOf = (system: ChannelsSystem, thread: Thread | undefined): TlaValue => {
  if (thread === undefined) return ['dead'];
  const { wait } = thread;
  switch (wait.kind) {
    case 'calling':
    case 'awaiting':
      return [wait.kind, roadOf(system, wait.pending.from, wait.pending.channel)];
    case 'receiving':
      return [wait.kind, overOf(system, thread)];
    case 'waiting': {
      const { waitsFor } = wait.waiting;
      if (waitsFor.kind === 'acceptance')
        return ['asking', system.nameOf(waitsFor.server), waitsFor.service, waitsFor.isListed];
      return waitsFor.kind === 'client' ? ['listening', waitsFor.filter] : [waitsFor.kind];
    }
    case 'ready':
    case 'ended':
      return [wait.kind];
  }
};

const servingOf = (system: ChannelsSystem, thread: Thread | undefined): TlaValue => {
  if (thread?.serving === undefined) return [];
  const { from, channel } = thread.serving;
  const rest = thread.isAbandoned ? ['left'] : [];
  return [system.nameOf(from), roadOf(system, from, channel), ...rest];
};

/** How a process holds a road: by a handle that is live, by one that was revoked, or not. */
const endOf = (
  system: ChannelsSystem,
  { objects }: State,
  holder: ProcessId,
  road: Road,
): string => {
  const text = road.join();
  const entry = objects.handles[holder]?.find(
    (one) => one !== undefined && findRoad(system, holder, one.sid)?.join() === text,
  );
  if (entry === undefined) return 'closed';
  return entry.isRevoked ? 'revoked' : 'open';
};

/** A place for a channel, and who may hold it: its client, and one of the servers that it may ask. */
const channelOf = (
  system: ChannelsSystem,
  state: State,
  client: ProcessId,
  place: number,
): TlaValue => {
  const road: Road = ['made', system.nameOf(client), place + 1];
  const ends = processesOf(system).map((one) => [one, endOf(system, state, one, road)] as const);
  const server = ends.find(([one, end]) => one !== client && end !== 'closed');
  const made = state.objects.resources[client]?.[place];
  const to = made?.kind === 'channel' ? made.server : server?.[0];
  return tlaRecord({
    to: to === undefined ? 'nobody' : system.nameOf(to),
    client: ends.find(([one]) => one === client)?.[1] ?? 'closed',
    server: server?.[1] ?? 'closed',
  });
};

/** The variables of the module Channels. */
export const viewOf = (system: ChannelsSystem): ((state: State) => TlaState) => {
  const { topology } = system;
  const processes = processesOf(system);
  const byName = (value: (process: ProcessId) => TlaValue): TlaValue =>
    tlaRecord(Object.fromEntries(processes.map((one) => [system.nameOf(one), value(one)])));
  const places = processes.flatMap((client) =>
    Array.from({ length: topology.places }, (_, place) => ({ client, place })),
  );
  const isOwner = (process: ProcessId): boolean =>
    topology.objects.some(([, server]) => server === system.nameOf(process));
  const processOf = (name: string): ProcessId | undefined =>
    processes.find((one) => system.nameOf(one) === name);
  return (state) => {
    const { queues } = state.objects.threads;
    const threadOf = (process: ProcessId): Thread | undefined =>
      findThread(state.objects.threads, threadOfProcess(process));
    return {
      wait: byName((process) => waitOf(system, threadOf(process))),
      serving: byName((process) => servingOf(system, threadOf(process))),
      queue: byName((process) =>
        (queues[process] ?? []).map((client) =>
          system.nameOf(system.numbering.processOfThread(client)),
        ),
      ),
      channel: {
        kind: 'function',
        pairs: places.map(({ client, place }) => [
          [system.nameOf(client), place + 1],
          // The resources of a process that provides objects are those, and no channels.
          isOwner(client)
            ? tlaRecord({ to: 'nobody', client: 'closed', server: 'closed' })
            : channelOf(system, state, client, place),
        ]),
      },
      object: {
        kind: 'function',
        pairs: topology.objects.map(([client, server]) => {
          const holder = processOf(client);
          const end =
            holder === undefined
              ? 'closed'
              : endOf(system, state, holder, ['object', client, server]);
          return [[client, server], end];
        }),
      },
    };
  };
};
