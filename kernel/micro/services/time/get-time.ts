import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * What the clock shows: an input of the step, as the state knows no time.
 *
 * Source: KasperskyOS Community Edition help, "Time endpoint"; parameters are refmon's own.
 */
export const getTime: KernelService<'time.Time.GetTime'> = (objects, _permit, _plan, { clock }) =>
  done(objects, { msecs: BigInt.asUintN(64, clock) });
