import type { ProcessId } from '../../model/ids.ts';
import type { Refusal, WaitLimits } from '../../model/step.ts';
import type { Limits } from '../kernel.ts';
import { lookUp } from './capabilities.ts';
import type { Layout } from './layout.ts';
import type { Machine } from './machine.ts';

/** A wait without end. Units: milliseconds. */
const forEver = 0xffff_ffff;

/** Units: `msecs` milliseconds; the result counts ticks, saturating, and is absent for ever. */
export const ticksOf = (msecs: number | undefined, limits: Limits): number | undefined => {
  if (msecs === undefined || msecs >= forEver) return undefined;
  return Math.min(Math.ceil(Math.max(0, msecs) / limits.msecsPerTick), limits.ticks);
};

/**
 * How long a call or a reception waits, in ticks, for ever if absent; or why not as it asks.
 *
 * Refuses: `badHandle`, `handleRevoked`; `wrongType`: there are no synchronisation objects in this kernel.
 */
export const patienceOf = (
  { limits }: Layout,
  { capabilities }: Machine,
  by: ProcessId,
  { timeout, interrupt }: WaitLimits,
): number | undefined | Refusal => {
  if (interrupt === undefined) return ticksOf(timeout, limits);
  const held = lookUp(capabilities, by, interrupt);
  return typeof held === 'string' ? held : 'wrongType';
};
