import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { channelsOf, countsOf, namesOf, quoted, setOf } from '../expression.ts';
import { policy, tiersOf } from '../systems.ts';
import { lifecycleOperators } from './operators.ts';
import type { Kind, LifecycleTopology } from './solution.ts';
import { childrenOf, placesFor, roomOf } from './system.ts';
import { lifecycleTwin } from './twin.ts';

/** A function from names to what expressions say. */
const functionOf = (entries: readonly (readonly [string, string])[]): string =>
  `[${entries.map(([name, expression]) => `${name} |-> ${expression}`).join(', ')}]`;

const tupleOf = (elements: readonly string[]): string => `<<${elements.join(', ')}>>`;

/** A topology as a system of both sides. */
export const lifecycleSystem = (module: string, topology: LifecycleTopology): TwinSystem => {
  const { processes, makers, known, files, images, statuses, codes } = topology;
  const classOf = (name: string): string => quoted(name.toUpperCase());
  const pairs = known.map(([holder, held]) => [holder, held] as const);
  const asks = known.filter(([, , may]) => may === 'asking');
  return {
    module,
    constants: {
      First: namesOf(processes),
      ClassOf: functionOf(processes.map((name) => [name, classOf(name)])),
      Share: functionOf(
        Object.keys(makers).map((name) => [name, tupleOf(placesFor(topology, name).map(quoted))]),
      ),
      Kinds: functionOf(Object.entries(makers).map(([name, kinds]) => [name, channelsOf(kinds)])),
      Steady: namesOf(topology.steady),
      Known: channelsOf(pairs),
      Asks: channelsOf(asks.map(([holder, held]) => [holder, held])),
      File: functionOf(Object.entries(files).map(([name, of]) => [name, classOf(of)])),
      Images: setOf(images.map(([name, digest]) => tupleOf([quoted(name), String(digest)]))),
      Links: channelsOf(topology.links),
      Places: countsOf(roomOf(topology)),
      Lines: String(topology.resources),
      Statuses: setOf(statuses.map(String)),
      Codes: setOf(codes.map(String)),
      Barred: '{"R"}',
      Initial: functionOf([
        ...processes.map((name) => [name, quoted('clear')] as const),
        ...childrenOf(topology).map((name) => [name, quoted('none')] as const),
      ]),
    },
    operators: lifecycleOperators(topology),
    build: (use) => lifecycleTwin(topology, use),
  };
};

const tier = tiersOf(lifecycleSystem);

/** What "a" creates: one of three names is one too many, and of class R none is ever started. */
const kinds: readonly Kind[] = [
  ['x', 'K'],
  ['y', 'K'],
  ['z', 'R'],
];

/** What both tiers have: "b" supervises "a", which supervises what it creates; "c" may only ask about "a". */
const supervised: Omit<LifecycleTopology, 'makers' | 'images'> = {
  processes: ['a', 'b', 'c'],
  steady: ['b', 'c'],
  known: [
    ['b', 'a', 'everything'],
    ['c', 'a', 'asking'],
  ],
  files: { b: 'a' },
  links: [
    ['a1', 'a2'],
    ['a1', 'a1'],
  ],
  share: 2,
  table: 3,
  resources: 1,
  statuses: [1],
  codes: [2],
};

/** In the full tier images have other bytes, and "c" creates in its own share what it cannot load. */
export const lifecycle: TwinDefinition = {
  name: 'Lifecycle',
  folder: 'lifecycle',
  modules: ['Lifecycle', 'LifecyclePolicy'],
  substitutions: policy,
  invariants: [
    'TypeOK',
    'StartedByGrant',
    'BarredNeverRuns',
    'DeadHoldsNothing',
    'EndIsTold',
    'HeldOrAlive',
    'OwnShare',
    'WaitsOnLine',
  ],
  reaches: [
    'ReachOrphan',
    'ReachAnew',
    'ReachShareIsFull',
    'ReachFrozenHolds',
    'ReachAbandoned',
    'ReachCut',
    'ReachMoved',
  ],
  tiers: {
    small: tier(
      'MCLifecycleSmall',
      {
        ...supervised,
        makers: { a: kinds, c: [['y', 'R']] },
        images: [
          ['K', 1],
          ['R', 1],
        ],
      },
      { states: 10_688, edges: 259_859, depth: 32, bound: 50_000 },
    ),
    full: tier(
      'MCLifecycleFull',
      {
        ...supervised,
        makers: {
          a: kinds,
          c: [
            ['x', 'K'],
            ['y', 'R'],
          ],
        },
        images: [
          ['K', 1],
          ['K', 2],
          ['R', 1],
        ],
      },
      { states: 26_488, edges: 746_486, depth: 33, bound: 200_000 },
    ),
  },
};
