import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { namesOf, quoted, channelsOf } from '../expression.ts';
import { constantsOf, tiersOf } from '../systems.ts';
import { channelsOperators } from './operators.ts';
import { ids } from './solution.ts';
import type { ChannelsTopology } from './solution.ts';
import { channelsTwin } from './twin.ts';

/** The services that begin with each filter, as a function of the module. */
const filterExpression = ({ filters, services }: ChannelsTopology): string =>
  `(${filters
    .map((filter) => {
      const found = services.filter((one) => one.startsWith(filter));
      return `${quoted(filter)} :> ${namesOf(found)}`;
    })
    .join(' @@ ')})`;

/** A topology as a system of both sides. */
export const channelsSystem = (module: string, topology: ChannelsTopology): TwinSystem => {
  const { processes, asks, objects, places, services, traps } = topology;
  return {
    module,
    constants: {
      ...constantsOf(topology),
      Order: `<<${processes.map(quoted).join(', ')}>>`,
      Object: channelsOf(objects),
      Asks: channelsOf(asks),
      Places: String(places),
      Service: namesOf(services),
      Filter: filterExpression(topology),
      Ids: `{${ids.join(', ')}}`,
      Traps: namesOf(traps),
    },
    operators: channelsOperators(topology),
    build: (use) => channelsTwin(topology, use),
  };
};

const tier = tiersOf(channelsSystem);

/**
 * Two clients of one server; one of them also has a channel of the solution and an object of the server's, and
 * serves the other. In the full tier it asks a second server, too.
 */
export const channels: TwinDefinition = {
  name: 'Channels',
  folder: 'channels',
  modules: ['Channels', 'ChannelsPolicy'],
  substitutions: { Grants: 'PolicyGrants' },
  invariants: [
    'TypeOK',
    'QueueIsWhoCalls',
    'ServedIsAwaited',
    'OnlyOverHeld',
    'ReceivingIsIdle',
    'ListenersAreTold',
    'DeadAreGone',
  ],
  reaches: [
    'ReachMade',
    'ReachListed',
    'ReachWithheld',
    'ReachUnserved',
    'ReachRevoked',
    'ReachPassed',
    'ReachObject',
    'ReachDeadMaker',
  ],
  tiers: {
    small: tier(
      'MCChannelsSmall',
      {
        processes: ['a', 'b', 's'],
        channels: [['a', 's']],
        asks: [
          ['a', 's'],
          ['b', 's'],
          ['b', 'a'],
        ],
        objects: [['a', 's']],
        services: ['x', 'y'],
        filters: ['', 'y', 'z'],
        places: 1,
        traps: ['a', 'b', 's'],
      },
      { states: 13_379, edges: 152_440, depth: 13, bound: 200_000 },
    ),
    full: tier(
      'MCChannelsFull',
      {
        processes: ['a', 'b', 's', 't'],
        channels: [['a', 's']],
        asks: [
          ['a', 's'],
          ['b', 's'],
          ['b', 'a'],
          ['a', 't'],
        ],
        objects: [['a', 's']],
        services: ['x'],
        filters: ['', 'z'],
        places: 1,
        traps: ['a', 'b', 's'],
      },
      { states: 60_978, edges: 911_208, depth: 14, bound: 1_000_000 },
    ),
  },
};
