import { allRights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';
import { claimFault } from './claim.ts';

/**
 * Adds the image of a program that is not in the ROM. It is refused unless its behaviour configuration is
 * complete: a class that the policy includes, with all its interfaces, and the digest of its bytes (LBL-1).
 *
 * Refuses: `classUnknown`; `classMismatch`, for a class of which a declaration is missing; `invalidArgument`,
 *          for a digest that is none, or an empty path; `resourcesFull`; `tableFull`.
 * Source:  refmon's own; spec/requirements.md LBL-1; TLA+ `Install…` in tla/lifecycle/Lifecycle.tla.
 */
export const install: KernelService<'image.Image.Install'> = (objects, permit, plan, caller) => {
  const { path, eiid, digest } = permit.request;
  const fault = path === '' ? 'invalidArgument' : claimFault(plan, eiid, digest);
  if (fault !== undefined) return refused(fault);
  const resource = { kind: 'image', path, className: eiid, digest } as const;
  const made = makeResource(plan, objects, permit, caller, resource, allRights);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { image: made.handle }, made.handle);
};
