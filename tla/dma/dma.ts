import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { channelsOf, namesOf } from '../expression.ts';
import { tiersOf } from '../systems.ts';
import { dmaOperators } from './operators.ts';
import type { DmaTopology } from './solution.ts';
import { dmaTwin } from './twin.ts';

/** A topology as a system of both sides. */
export const dmaSystem = (module: string, topology: DmaTopology): TwinSystem => ({
  module,
  constants: {
    P: namesOf(topology.processes),
    Device: namesOf(topology.devices),
    Drives: channelsOf(topology.drives),
    Makers: namesOf(topology.makers),
    Share: String(topology.share),
    Resources: String(topology.resources),
    Traps: namesOf(topology.traps),
  },
  operators: dmaOperators(topology),
  build: (use) => dmaTwin(topology, use),
});

const tier = tiersOf(dmaSystem);

/** Two drivers that are not connected. */
const drivers = {
  processes: ['a', 'b'],
  channels: [],
  makers: ['a', 'b'],
  traps: ['a', 'b'],
} as const;

export const dma: TwinDefinition = {
  name: 'Dma',
  folder: 'dma',
  modules: ['Dma'],
  substitutions: {},
  invariants: [
    'TypeOK',
    'NoForeignFrames',
    'FreeIsClear',
    'PassingAwaits',
    'OneOwner',
    'TablesAreBooks',
    'AskedIsKept',
    'DeadHaveNothing',
  ],
  reaches: [
    'ReachWritten',
    'ReachLate',
    'ReachStopping',
    'ReachResting',
    'ReachForgetting',
    'ReachHandedOver',
    'ReachReattached',
    'ReachTwice',
    'ReachAfterDeath',
  ],
  tiers: {
    small: tier(
      'MCDmaSmall',
      {
        ...drivers,
        devices: ['disk'],
        drives: [
          ['a', 'disk'],
          ['b', 'disk'],
        ],
        share: 1,
        resources: 2,
      },
      { states: 1_936, edges: 31_280, depth: 18, bound: 100_000 },
    ),
    full: tier(
      'MCDmaFull',
      {
        ...drivers,
        makers: ['a'],
        devices: ['disk', 'net'],
        drives: [
          ['a', 'disk'],
          ['a', 'net'],
          ['b', 'disk'],
        ],
        share: 1,
        resources: 2,
      },
      { states: 5_228, edges: 115_822, depth: 19, bound: 200_000 },
    ),
  },
};
