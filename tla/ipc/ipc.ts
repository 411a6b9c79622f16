import type { Manifest, TwinDefinition, TwinSystem, TwinTier } from '../definition.ts';
import { channelsOf, namesOf } from '../expression.ts';
import type { Topology } from '../init-text.ts';
import { ipcOperators, ipcTwin } from './twin.ts';

/** A topology as a system of both sides. */
export const ipcSystem = (module: string, topology: Topology): TwinSystem => {
  const { processes, channels } = topology;
  return {
    module,
    constants: {
      P: namesOf(processes),
      Channel: channelsOf(channels),
      M: '{"Open", "Close", "Look"}',
      Initial: '"shut"',
    },
    operators: ipcOperators(topology),
    build: (use) => ipcTwin(topology, use),
  };
};

const tier = (module: string, topology: Topology, manifest: Manifest): TwinTier => ({
  ...ipcSystem(module, topology),
  manifest,
});

/** Three or four clients of the server "s", which itself calls "b", so that requests queue and nest. */
export const ipc: TwinDefinition = {
  name: 'Ipc',
  folder: 'ipc',
  modules: ['Ipc', 'IpcPolicy'],
  substitutions: { Contexts: 'States', Grants: 'PolicyGrants', After: 'PolicyAfter' },
  invariants: [
    'TypeOK',
    'QueueIsWhoCalls',
    'ServedIsAwaited',
    'ReceivingIsIdle',
    'OnlyOverChannels',
  ],
  reaches: ['ReachQueueOfTwo', 'ReachNesting', 'ReachReceiving', 'ReachMoved'],
  tiers: {
    small: tier(
      'MCIpcSmall',
      {
        processes: ['a', 'b', 'c', 'd', 's'],
        channels: [
          ['a', 's'],
          ['b', 's'],
          ['c', 's'],
          ['d', 's'],
          ['s', 'b'],
        ],
      },
      { states: 16_368, edges: 145_896, depth: 14, bound: 200_000 },
    ),
    full: tier(
      'MCIpcFull',
      {
        processes: ['a', 'b', 'c', 'd', 'e', 's'],
        channels: [
          ['a', 's'],
          ['b', 's'],
          ['c', 'b'],
          ['d', 's'],
          ['e', 's'],
          ['s', 'b'],
        ],
      },
      { states: 64_704, edges: 728_832, depth: 15, bound: 500_000 },
    ),
  },
};
