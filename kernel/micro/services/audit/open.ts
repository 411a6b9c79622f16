import { rights } from '../../../rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

const mask = rights.copy | rights.transfer | rights.getSid | rights.read;

/** The one log that there is. */
const logName = 'audit';

/**
 * A handle to the audit log. Records that one reader takes no other sees: a policy must say who may read.
 *
 * Refuses: `nameUnknown`; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "Audit endpoint".
 */
export const open: KernelService<'audit.Audit.Open'> = (objects, permit, plan, caller) => {
  const { name } = permit.request;
  if (name !== '' && name !== logName) return refused('nameUnknown');
  const made = makeResource(plan, objects, permit, caller, { kind: 'log' }, mask);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { handle: made.handle }, made.handle);
};
