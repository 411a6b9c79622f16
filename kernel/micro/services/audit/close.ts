import { closed } from '../../handles/handles.ts';
import { lookUpKind } from '../../labelled.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Closes a handle to the audit log.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`.
 * Source:  KasperskyOS Community Edition help, "Audit endpoint".
 */
export const close: KernelService<'audit.Audit.Close'> = (objects, permit, plan, caller) => {
  const { handle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, handle, 'log', 0);
  if (typeof held === 'string') return refused(held);
  if (handle === undefined) return refused('badHandle');
  return done(letGo(plan, objects, closed(objects.handles, permit, [handle])), {});
};
