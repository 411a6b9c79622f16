import type { ProcessId } from '../../model/ids.ts';
import type { Refusal, WaitLimits } from '../../model/step.ts';
import type { Limits } from '../kernel.ts';
import { lookUpKind } from './labelled.ts';
import type { Objects } from './objects.ts';
import type { Plan } from './plan.ts';
import type { Ending } from './threads/thread.ts';

/** A wait without end. Units: milliseconds. */
export const forEver = 0xffff_ffff;

/** Units: `msecs` milliseconds; the result counts ticks, saturating, and is absent for ever. */
export const ticksOf = (msecs: number | undefined, limits: Limits): number | undefined => {
  if (msecs === undefined || msecs >= forEver) return undefined;
  const ticks = Math.ceil(Math.max(0, msecs) / limits.msecsPerTick);
  return Math.min(ticks, limits.ticks);
};

const unlimited: Ending = { remaining: undefined, interrupt: undefined };

/**
 * How a call or a reception may end early, or why not as it asks.
 *
 * A wait of no time still lasts to the next tick, as one of less than a tick does.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`, for what is no synchronisation object; `interrupted`,
 *          where it is set.
 */
export const endingOf = (
  plan: Plan,
  objects: Objects,
  by: ProcessId,
  { timeout, interrupt }: WaitLimits,
): Ending | Refusal => {
  if (timeout === undefined && interrupt === undefined) return unlimited;
  const remaining = ticksOf(timeout, plan.limits);
  if (interrupt === undefined) return { remaining, interrupt: undefined };
  const held = lookUpKind(plan, objects, by, interrupt, 'interrupt', 0);
  if (typeof held === 'string') return held;
  if (held.found.resource.isSet) return 'interrupted';
  return { remaining, interrupt: held.handle.sid };
};
