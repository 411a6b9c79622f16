import { closed } from '../../handles/derivation.ts';
import { findEntry } from '../../handles/handles.ts';
import { findLabelled } from '../../labelled.ts';
import { letGo } from '../../let-go.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Closes a handle to the audit log, also one that was revoked.
 *
 * Refuses: `badHandle`; `wrongType`, for what is no log.
 * Source:  KasperskyOS Community Edition help, "Audit endpoint".
 */
export const close: KernelService<'audit.Audit.Close'> = (objects, permit, plan, caller) => {
  const { handle } = permit.request;
  if (handle === undefined) return refused('badHandle');
  const entry = findEntry(objects.handles, caller.process, handle);
  if (entry === undefined || entry.isInTransit) return refused('badHandle');
  const found = findLabelled(plan, objects, entry.sid);
  if (found !== undefined && found.kind !== 'log') return refused('wrongType');
  return done(letGo(plan, objects, closed(objects.handles, permit, [handle])), {});
};
