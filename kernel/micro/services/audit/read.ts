import { textOf, withLost, withoutOldest } from '../../../audit-log.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { withAudit } from '../../objects.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Takes the oldest record of the audit log, and tells how many were lost since the last was taken. A record whose
 * answer is denied counts as lost (AUD-1).
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing`; `logEmpty`.
 * Source:  KasperskyOS Community Edition help, "Audit endpoint".
 */
export const read: KernelService<'audit.Audit.Read'> = (objects, permit, plan, caller) => {
  const { handle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, handle, 'log', rights.read);
  if (typeof held === 'string') return refused(held);
  const { records, lost } = objects.audit;
  const [oldest] = records;
  if (oldest === undefined) return refused('logEmpty');
  const next = withAudit(objects, withoutOldest(objects.audit));
  return {
    ...done(next, { msg: textOf(oldest), outDropMsgs: lost }),
    // The record has gone nowhere, and what was told of losses was not heard.
    withheld: (now) => withAudit(now, withLost(now.audit, lost + 1, plan.limits)),
  };
};
