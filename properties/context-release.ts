import type { Facts } from '../kernel/kernel.ts';
import { broken, idle, witnessed } from './run-property.ts';
import type { RunProperty } from './run-property.ts';

/** SIDs of what lives: resources that are there, and processes that have not ended. */
const living = ({ processes, resources }: Facts): ReadonlySet<number> =>
  new Set([
    ...processes.flatMap(({ sid, state }) => (state === 'ended' ? [] : [sid])),
    ...resources.map(({ sid }) => sid),
  ]);

/**
 * The engine is told of each SID whose object is gone, in the step in which it goes, and of no other.
 *
 * Source: S9; spec/requirements.md LIFE; C-63.
 */
export const contextRelease: RunProperty = {
  name: 'contextRelease',
  requirement: 'LIFE-2',
  statement: 'The security context of a SID goes with its object, and no other does.',
  start: () => (step) => {
    const isLeft =
      step.before.processes === step.after.processes &&
      step.before.resources === step.after.resources;
    if (isLeft && step.released.length === 0) return idle;
    const [before, after] = [living(step.before), living(step.after)];
    const released = new Set<number>(step.released);
    for (const sid of before) {
      if (!after.has(sid) && !released.has(sid))
        return broken(`SID ${String(sid)} is gone, and its context stays`);
    }
    for (const sid of released) {
      if (after.has(sid)) return broken(`SID ${String(sid)} lives, and its context is dropped`);
    }
    return released.size > 0 ? witnessed : idle;
  },
};
