import { allRights } from '../../../rights.ts';
import { giveHandle } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { findByName } from './find-name.ts';

/**
 * A handle to a process, by its name: one of the init description, or one of the caller's own family.
 * It gives whoever may ask for it power over the process: a policy must say who may ask for which name.
 *
 * Refuses: `nameUnknown`; `tableFull`.
 * Source:  refmon's own: public solutions hold a process by the handle that its creation gave; TLA+ `Open…`
 *          in tla/lifecycle/Lifecycle.tla.
 */
export const open: KernelService<'task.Task.Open'> = (objects, permit, plan, caller) => {
  const process = findByName(plan, objects, caller.process, permit.request.name);
  if (process === undefined) return refused('nameUnknown');
  const sid = plan.numbering.process(process);
  const given = giveHandle(plan, objects, permit, caller, { sid, rights: allRights });
  if (typeof given === 'string') return refused(given);
  return done(given.objects, { task: given.handle }, given.handle);
};
