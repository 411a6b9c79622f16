import type { Manifest, TwinDefinition, TwinSystem, TwinTier } from '../definition.ts';
import { countsOf, namesOf, quoted, setOf } from '../expression.ts';
import { lastingExpression } from './answers.ts';
import { firstHandle, firstMade } from './first.ts';
import { noticeOperators } from './operators.ts';
import type { NoticeTopology } from './solution.ts';
import { numbersOf, threadsOf } from './system.ts';
import { smallTopology } from './topology.ts';
import { noticeTwin } from './twin.ts';

/** A sequence of texts as a TLA+ expression. */
const sequenceOf = (names: readonly string[]): string => `<<${names.map(quoted).join(', ')}>>`;

/** A topology as a system of both sides. */
export const noticeSystem = (module: string, topology: NoticeTopology): TwinSystem => {
  const { processes, asks, sets, resources, subscriptions, ticks } = topology;
  const threads = threadsOf(topology);
  return {
    module,
    constants: {
      Processes: sequenceOf(processes),
      Threads: sequenceOf(threads.map(({ name }) => name)),
      Owner: `[${threads.map((thread) => `${thread.name} |-> ${quoted(thread.of)}`).join(', ')}]`,
      Numbers: countsOf(
        Object.fromEntries(processes.map((name) => [name, numbersOf(topology, name)])),
      ),
      Share: String(resources),
      Does: `[${threads.map(({ name, does }) => `${name} |-> ${namesOf(does)}`).join(', ')}]`,
      FirstHandle: firstHandle(topology),
      FirstMade: firstMade(topology),
      Subscriptions: String(subscriptions),
      Ticks: String(ticks),
      Asks: setOf(
        asks.map(
          ({ by, kind, id, mask }) =>
            `<<${quoted(by)}, ${quoted(kind)}, ${String(id)}, ${namesOf(mask)}>>`,
        ),
      ),
      Masks: setOf(sets.map(namesOf)),
      Lasts: `[${threads.map(({ name, lasts }) => `${name} |-> ${setOf(lasts.map(lastingExpression))}`).join(', ')}]`,
      Initial: quoted('calm'),
    },
    operators: noticeOperators(topology),
    build: (use) => noticeTwin(topology, use),
  };
};

const tier = (module: string, topology: NoticeTopology, manifest: Manifest): TwinTier => ({
  ...noticeSystem(module, topology),
  manifest,
});

/** In the small tier a receiver has one entry, in the full one two. */
export const notice: TwinDefinition = {
  name: 'Notice',
  folder: 'notice',
  modules: ['Notice', 'NoticePolicy'],
  substitutions: { Contexts: 'States', Grants: 'PolicyGrants', After: 'PolicyAfter' },
  invariants: [
    'TypeOK',
    'MadeIsHeld',
    'CountsWhatIs',
    'WaitsForNothing',
    'NoneLost',
    'EndsInTime',
    'OverHasNothing',
  ],
  reaches: ['ReachMerged', 'ReachTold', 'ReachUnheld', 'ReachTwoWait', 'ReachBorne', 'ReachAlarm'],
  tiers: {
    small: tier('MCNoticeSmall', smallTopology, {
      states: 7489,
      edges: 151_785,
      depth: 17,
      bound: 50_000,
    }),
    full: tier(
      'MCNoticeFull',
      { ...smallTopology, subscriptions: 2 },
      { states: 23_822, edges: 544_989, depth: 19, bound: 100_000 },
    ),
  },
};
