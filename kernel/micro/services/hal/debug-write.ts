import { done } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Writes to the diagnostic output of the platform: nothing within the system reads it.
 *
 * Source: KasperskyOS Community Edition help, "HAL endpoint"; parameters are refmon's own.
 */
export const debugWrite: KernelService<'hal.HAL.DebugWrite'> = (objects) => done(objects, {});
