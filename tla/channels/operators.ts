import { toldArgument } from '../told.ts';
import type { Told } from '../told.ts';
import { eachOperator, subsetsOf } from '../each-operator.ts';
import type { Argument, Operator } from '../twin.ts';
import { filterArgument, overArgument, roadArgument } from './arguments.ts';
import type { Over } from './arguments.ts';
import { ids, withheld } from './solution.ts';
import type { ChannelsTopology } from './solution.ts';
import type { Road } from './system.ts';

const ones = (names: readonly string[]): readonly (readonly [string])[] =>
  [...new Set(names)].map((name) => [name]);

const askOperators = ({ asks, services, filters }: ChannelsTopology): readonly Operator[] => {
  const askers = ones(asks.map(([client]) => client));
  const hosts = ones(asks.map(([, server]) => server));
  const asked = asks.flatMap((pair) => services.map((one) => [...pair, one] as const));
  const answered = asked.map(([client, server, one]) => [server, client, one] as const);
  const heard = hosts.flatMap(([host]) => filters.map((one) => [host, filterArgument(one)]));
  return [
    ...eachOperator(['Connect_NameUnknown', 'Connect_InvalidArgument'], askers),
    ...eachOperator(['Connect_NotConnected', 'Connect_ResourcesFull', 'Connect_TimedOut'], asks),
    ...eachOperator(['Connect_Wait', 'Connect_Told'], asked),
    ...eachOperator(['Listen_TimedOut', 'Listen_Wait'], heard),
    ...eachOperator(
      ['Listen_Told'],
      answered.flatMap(([server, client, one]) =>
        filters
          .filter((filter) => one.startsWith(filter))
          .map((filter) => [server, filterArgument(filter), client, one]),
      ),
    ),
    ...eachOperator(['Accept_BadHandle'], hosts),
    ...eachOperator(['Drop_NameUnknown', 'Accept_NameUnknown', 'Accept_WrongType'], answered),
    ...eachOperator(
      ['Drop'],
      answered.map((args) => [...args, 'dropped']),
    ),
    ...eachOperator(
      ['Accept'],
      answered.flatMap((args) =>
        ids.map((id) => [...args, id, id === withheld ? 'denied' : 'answered']),
      ),
    ),
  ];
};

/** A road, its client, and the servers that may be behind it. */
interface Way {
  readonly road: Road;
  readonly client: string;
  readonly servers: readonly string[];
}

const waysOf = ({ channels, asks, objects, places }: ChannelsTopology): readonly Way[] => {
  const fixed = (kind: 'static' | 'object', pairs: ChannelsTopology['channels']): readonly Way[] =>
    pairs.map(([client, server]) => ({ road: [kind, client, server], client, servers: [server] }));
  const made = ones(asks.map(([client]) => client)).flatMap(([client]) => {
    const servers = asks.flatMap(([asker, server]) => (asker === client ? [server] : []));
    return Array.from({ length: places }, (_, place): Way => ({
      road: ['made', client, place + 1],
      client,
      servers,
    }));
  });
  return [...fixed('static', channels), ...made, ...fixed('object', objects)];
};

const roadOperators = (topology: ChannelsTopology): readonly Operator[] => {
  const ways = waysOf(topology);
  const byClient = ways.map(({ road, client }) => [client, roadArgument(road)] as const);
  const made = ways.filter(({ road }) => road[0] === 'made');
  const serverEnds = made.flatMap(({ road, client, servers }) =>
    servers.map((server) => ({ road, client, server })),
  );
  const byServer = serverEnds.map(({ road, server }) => [server, roadArgument(road)] as const);
  const objects = ways.filter(({ road }) => road[0] === 'object');
  const revoked = [
    ...byServer,
    ...objects.map(({ road, client }) => [client, roadArgument(road)] as const),
  ];
  const nobody = toldArgument([]);
  const closing = [
    ...[...made, ...objects].map(({ road, client }) => [client, roadArgument(road), nobody]),
    ...serverEnds.flatMap(({ road, client, server }) =>
      subsetsOf<Told>([[client, 'notConnected']]).map((told) => [
        server,
        roadArgument(road),
        toldArgument(told),
      ]),
    ),
  ];
  return [
    ...eachOperator(['Call_HandleRevoked', 'Recv_HandleRevoked'], revoked),
    ...eachOperator(['Call_RightsMissing'], byServer),
    ...eachOperator(
      ['Call_NotConnected', 'Call_UnknownMethod', 'Call_Queue', 'Call_Deliver'],
      byClient,
    ),
    ...eachOperator(
      ['Recv_RightsMissing'],
      made.map(({ road, client }) => [client, roadArgument(road)]),
    ),
    ...eachOperator(['Close'], closing),
  ];
};

const oversOf = (topology: ChannelsTopology, name: string): readonly Over[] => [
  'any',
  ...(topology.channels.some(([, server]) => server === name) ? (['listener'] as const) : []),
  ...waysOf(topology).flatMap(({ road, servers }): readonly Over[] =>
    road[0] === 'made' && servers.includes(name) ? [road] : [],
  ),
];

const ownOperators = (topology: ChannelsTopology): readonly Operator[] => {
  const { processes, channels, asks, traps } = topology;
  const ways = waysOf(topology);
  const overs = processes.flatMap((name) =>
    oversOf(topology, name).map((over) => ({ name, over })),
  );
  const takes = overs.flatMap(({ name, over }) =>
    ways.flatMap(({ road, client, servers }) =>
      servers.includes(name) && (typeof over === 'string' || over.join() === road.join())
        ? [[name, overArgument(over), client, roadArgument(road)]]
        : [],
    ),
  );
  const clientsOf = (name: string): readonly string[] =>
    processes.filter((one) =>
      ways.some(({ client, servers }) => client === one && servers.includes(name)),
    );
  const hostsOf = (name: string): readonly string[] =>
    processes.filter((one) => asks.some(([client, server]) => client === name && server === one));
  const dying = traps.flatMap((name) => {
    const lost = processes.filter(
      (one) => clientsOf(name).includes(one) || hostsOf(name).includes(one),
    );
    return toldCombinations(lost).map((told) => [name, told]);
  });
  return [
    ...eachOperator(
      ['Call_BadHandle', 'Recv_AlreadyServing', 'Recv_BadHandle', 'Recv_WrongType'],
      ones(processes),
    ),
    ...eachOperator(['Call_WrongType'], ones(channels.map(([, server]) => server))),
    ...eachOperator(['Reply_NotServing', 'Close_BadHandle'], ones(processes)),
    ...eachOperator(
      ['Recv_Wait'],
      overs.map(({ name, over }) => [name, overArgument(over)]),
    ),
    ...eachOperator(['Recv_Take'], takes),
    ...eachOperator(
      ['Reply'],
      processes.flatMap((name) => clientsOf(name).map((client) => [name, client])),
    ),
    ...eachOperator(['Trap'], dying),
  ];
};

/** Each way in which some of the processes learn one of two things. */
const toldCombinations = (names: readonly string[]): readonly Argument[] =>
  names
    .reduce<readonly (readonly Told[])[]>(
      (sets, name) =>
        sets.flatMap((set) => [
          set,
          [...set, [name, 'serverDied'] as const],
          [...set, [name, 'notConnected'] as const],
        ]),
      [[]],
    )
    .map(toldArgument);

/** Every operator with every argument, for the generated module. */
export const channelsOperators = (topology: ChannelsTopology): readonly Operator[] => [
  ...askOperators(topology),
  ...roadOperators(topology),
  ...ownOperators(topology),
];
