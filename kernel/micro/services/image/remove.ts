import { closed, revokedBelow } from '../../handles/derivation.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Removes an image: the handle is closed and all that was derived from it revoked. By the handle that its
 * installation gave, nobody loads it any more. A process that was loaded with it goes on.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`; `rightsMissing`, without the right to replace (CAP-1).
 * Source:  refmon's own; spec/requirements.md LIFE-1; TLA+ `Remove` in tla/lifecycle/Lifecycle.tla.
 */
export const remove: KernelService<'image.Image.Remove'> = (objects, permit, plan, caller) => {
  const { image } = permit.request;
  if (image === undefined) return refused('badHandle');
  const held = lookUpKind(plan, objects, caller.process, image, 'image', rights.replace);
  if (typeof held === 'string') return refused(held);
  const below = revokedBelow(objects.handles, permit, image, undefined);
  const own = closed(below.handles, permit, [image]);
  const entries = [...below.entries, ...own.entries];
  return done(letGo(plan, objects, { handles: own.handles, entries }), {});
};
