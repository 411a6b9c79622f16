import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { namesOf, setOf, quoted } from '../expression.ts';
import { constantsOf, tiersOf } from '../systems.ts';
import { memoryOperators } from './operators.ts';
import type { MemoryTopology } from './solution.ts';
import { homeOf } from './system.ts';
import { memoryTwin } from './twin.ts';

/** A topology as a system of both sides. */
export const memorySystem = (module: string, topology: MemoryTopology): TwinSystem => {
  const { processes, makers, sharers, traps, asks, masks } = topology;
  const homes = processes.map(
    (name, index) => `${name} |-> ${String(homeOf(topology, index) + 1)}`,
  );
  return {
    module,
    constants: {
      ...constantsOf(topology),
      Cores: String(topology.cores),
      Share: String(topology.share),
      Pages: String(topology.pages),
      Objects: String(topology.objects),
      Home: `[${homes.join(', ')}]`,
      Makers: namesOf(makers),
      Sharers: namesOf(sharers),
      Asks: setOf(asks.map(quoted)),
      Masks: setOf(masks.map(quoted)),
      Traps: namesOf(traps),
    },
    operators: memoryOperators(topology),
    build: (use) => memoryTwin(topology, use),
  };
};

const tier = tiersOf(memorySystem);

/** "a" has one frame, and lends buffers of it to "b", on the other core. */
const lending = {
  processes: ['a', 'b'],
  channels: [['a', 'b']],
  makers: ['a'],
  sharers: ['a'],
  traps: ['a'],
  cores: 2,
  objects: 1,
} as const;

/** In the full tier what is lent is lent whole, or to read alone. */
export const memory: TwinDefinition = {
  name: 'Memory',
  folder: 'memory',
  modules: ['Memory'],
  substitutions: {},
  invariants: [
    'TypeOK',
    'NoForeignFrames',
    'FreeIsClear',
    'PassingAwaits',
    'NoOldPlaces',
    'WriteOrExecute',
    'TablesAreBooks',
    'BufferIsHeld',
    'WaitsEnd',
    'DeadHaveNothing',
  ],
  reaches: [
    'ReachShared',
    'ReachForeign',
    'ReachWritten',
    'ReachPartly',
    'ReachProtecting',
    'ReachNarrow',
    'ReachCode',
    'ReachSettling',
    'ReachOutlived',
    'ReachAfterDeath',
  ],
  tiers: {
    small: tier(
      'MCMemorySmall',
      { ...lending, share: 1, pages: 1, asks: ['r', 'rw', 'rx'], masks: ['all'] },
      { states: 5_070, edges: 105_910, depth: 22, bound: 50_000 },
    ),
    full: tier(
      'MCMemoryFull',
      { ...lending, share: 1, pages: 1, asks: ['r', 'rw', 'rx'], masks: ['all', 'r'] },
      { states: 6_722, edges: 139_963, depth: 22, bound: 200_000 },
    ),
  },
};
