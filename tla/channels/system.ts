import { Defect, at } from '../../model/defect.ts';
import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId, Sid } from '../../model/ids.ts';
import { exploring } from '../../kernel/kernel.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Context } from '../../kss/context.ts';
import { layOut } from '../laid-out.ts';
import type { LaidOut } from '../laid-out.ts';
import { channelsFiles } from './solution.ts';
import type { ChannelsTopology } from './solution.ts';

export type State = MicroState<Context>;

/** Each process has one thread, of the same number. */
export type ChannelsSystem = LaidOut<ChannelsTopology>;

export const systemOf = (topology: ChannelsTopology): ChannelsSystem => {
  const limits = { ...exploring, lost: 0, resources: topology.places };
  return layOut('Channels', topology, channelsFiles(topology), limits);
};

export const threadOfProcess = (process: ProcessId) => threadId(process);

/** What calls and receptions go over, as the module names it: of a channel that was made, its client and its place. */
export type Road = readonly [
  kind: 'static' | 'made' | 'object',
  client: string,
  second: string | number,
];

/** The road of a SID that a process holds: of an object, that of its holder. */
export const findRoad = (
  { numbering, topology, solution, nameOf }: ChannelsSystem,
  holder: ProcessId,
  sid: Sid,
): Road | undefined => {
  const place = numbering.place(sid);
  if (place.kind === 'channel') {
    const { client, server } = at(solution.channels, place.channel);
    return ['static', nameOf(client), nameOf(server)];
  }
  if (place.kind !== 'resource') return undefined;
  const owner = nameOf(place.process);
  const isObject = topology.objects.some(([, server]) => server === owner);
  return isObject ? ['object', nameOf(holder), owner] : ['made', owner, place.place + 1];
};

/** What a number of a process's table is to the module. */
export type Naming =
  | { readonly kind: 'nothing' | 'kernel' | 'listener' | 'own object' }
  | { readonly kind: 'road'; readonly road: Road };

export const namingOf = (
  system: ChannelsSystem,
  { objects }: State,
  process: ProcessId,
  handle: HandleId,
): Naming => {
  const entry = findEntry(objects.handles, process, handle);
  if (entry === undefined) return { kind: 'nothing' };
  const { kind } = system.numbering.place(entry.sid);
  if (kind === 'kernel' || kind === 'listener') return { kind };
  const road = findRoad(system, process, entry.sid);
  if (road === undefined) throw new Defect(`a handle of a ${kind} in the twin Channels`);
  return road[0] === 'object' && road[1] === road[2]
    ? { kind: 'own object' }
    : { kind: 'road', road };
};

/** Every number of a table but the kernel's. */
export const numbersOf = ({ limits }: ChannelsSystem): readonly HandleId[] =>
  Array.from({ length: limits.handles - 1 }, (_, index) => handleId(index + 1));
