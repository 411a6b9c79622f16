import type { Facts, ReachFact } from '../../kernel/kernel.ts';
import { broken, idle, witnessedBy } from '../run-property.ts';
import type { Judgement, RunProperty } from '../run-property.ts';
import { frameName } from './frames.ts';

type Kind = 'store' | 'fetch';

const reaching = (reach: readonly ReachFact[], kind: Kind): ReadonlyMap<number, ReachFact> => {
  const found = new Map<number, ReachFact>();
  for (const one of reach) {
    if (one.kind !== kind) continue;
    const known = found.get(one.physical);
    // By the tables rather than by what a core has kept, so that the difference is told.
    if (known === undefined || one.way < known.way) found.set(one.physical, one);
  }
  return found;
};

const told = ({ process, way, core }: ReachFact): string =>
  `by process ${String(process)}${way === 0 ? '' : `, as core ${String(core)} has kept it`}`;

/** What is to be said of what can be written and executed in a state. */
export const judgeReach = ({ reach }: Pick<Facts, 'reach'>): Judgement => {
  const [stores, fetches] = [reaching(reach, 'store'), reaching(reach, 'fetch')];
  for (const [frame, store] of stores) {
    const fetch = fetches.get(frame);
    if (fetch !== undefined)
      return broken(`${frameName(frame)} is written ${told(store)}, and executed ${told(fetch)}`);
  }
  const kept = (['store', 'fetch'] as const).filter((kind) =>
    [...(kind === 'store' ? stores : fetches).values()].some(({ way }) => way > 0),
  );
  return kept.length === 0
    ? idle
    : witnessedBy(kept.map((kind) => `only a core may still ${kind}`));
};

/**
 * No frame can be written by a translation that some core can use, whether of tables or one that it has kept, and
 * executed by another, be they of the same process or of two.
 *
 * Source: S10; spec/requirements.md MEM; spec/decisions/0010-frames.md.
 */
export const writeXorExecute: RunProperty = {
  name: 'writeXorExecute',
  requirement: 'MEM-5',
  statement: 'No frame can be written and executed, by tables or by what a core has kept.',
  start: () => {
    let judged: Facts['reach'] | undefined;
    return ({ after }) => {
      if (judged === after.reach) return idle;
      judged = after.reach;
      return judgeReach(after);
    };
  },
};
