import { processAt } from '../../processes.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * The value of a variable of the caller's environment.
 *
 * Refuses: `nameUnknown`.
 * Source:  KasperskyOS Community Edition help, "HAL endpoint"; parameters are refmon's own.
 */
export const getEnv: KernelService<'hal.HAL.GetEnv'> = (objects, permit, _plan, caller) => {
  const { environment } = processAt(objects.processes, caller.process);
  const found = environment.find(([name]) => name === permit.request.name);
  return found === undefined ? refused('nameUnknown') : done(objects, { value: found[1] });
};
