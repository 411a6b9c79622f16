import type { TwinDefinition, TwinSystem } from '../definition.ts';
import { countsOf, namesOf, setOf } from '../expression.ts';
import { constantsOf, policy, tiersOf } from '../systems.ts';
import { handlesOperators } from './operators.ts';
import type { HandlesTopology } from './solution.ts';
import { objectsOf, placesOf } from './system.ts';
import { handlesTwin } from './twin.ts';

/** A topology as a system of both sides. */
export const handlesSystem = (module: string, topology: HandlesTopology): TwinSystem => {
  const { makers, badged, transfers, masks } = topology;
  return {
    module,
    constants: {
      ...constantsOf(topology),
      Makers: namesOf(makers),
      Badged: namesOf(badged),
      Places: countsOf(placesOf(topology)),
      Objects: countsOf(objectsOf(topology)),
      Transfers: String(transfers),
      CopyMasks: setOf(masks.copy.map(namesOf)),
      SendMasks: setOf(masks.send.map(namesOf)),
      Born: '"new"',
    },
    operators: handlesOperators(topology),
    build: (use) => handlesTwin(topology, use),
  };
};

const tier = tiersOf(handlesSystem);

/**
 * In the small tier "a" lends its one resource to "b", with two places; in the full one "b" lends it on
 * to "c".
 */
export const handles: TwinDefinition = {
  name: 'Handles',
  folder: 'handles',
  modules: ['Handles', 'HandlesPolicy'],
  substitutions: policy,
  invariants: [
    'TypeOK',
    'NoMoreRights',
    'IsForest',
    'RevokedBelow',
    'MadeIsHeld',
    'TransitIsSent',
    'ToldIsHeld',
    'ShareOfChannel',
  ],
  reaches: ['ReachRevoked', 'ReachOutlives', 'ReachGrandchild', 'ReachMarked'],
  tiers: {
    small: tier(
      'MCHandlesSmall',
      {
        processes: ['a', 'b'],
        channels: [['a', 'b']],
        makers: ['a'],
        badged: ['a'],
        table: 4,
        resources: 2,
        transfers: 2,
        masks: {
          copy: [['transfer']],
          send: [['copy', 'transfer'], ['copy'], []],
        },
      },
      { states: 9_719, edges: 137_129, depth: 35, bound: 50_000 },
    ),
    full: tier(
      'MCHandlesFull',
      {
        processes: ['a', 'b', 'c'],
        channels: [
          ['a', 'b'],
          ['b', 'c'],
        ],
        makers: ['a'],
        badged: ['a'],
        table: 4,
        resources: 2,
        transfers: 2,
        masks: { copy: [[]], send: [['copy', 'transfer'], []] },
      },
      { states: 80_017, edges: 1_373_370, depth: 46, bound: 250_000 },
    ),
  },
};
