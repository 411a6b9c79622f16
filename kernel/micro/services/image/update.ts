import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { withResources } from '../../objects.ts';
import { changed } from '../../resources.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { claimFault } from './claim.ts';

/**
 * Puts other bytes in the place of an image that was installed, of the same class. A process that was
 * loaded before goes on as it is, and runs the new ones when it is loaded again.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to replace (CAP-1);
 *          `classUnknown`; `classMismatch`, for another class; `invalidArgument`, for a digest that is none.
 * Source:  refmon's own; spec/requirements.md LIFE-1; TLA+ `Update…` in tla/lifecycle/Lifecycle.tla.
 */
export const update: KernelService<'image.Image.Update'> = (objects, permit, plan, caller) => {
  const { image, eiid, digest } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, image, 'image', rights.replace);
  if (typeof held === 'string') return refused(held);
  const fault = claimFault(plan, eiid, digest);
  if (fault !== undefined) return refused(fault);
  const { owner, place, resource } = held.found;
  if (resource.className !== eiid) return refused('classMismatch');
  const next = changed(objects.resources, owner, place, { ...resource, digest });
  return done(withResources(objects, next), {});
};
