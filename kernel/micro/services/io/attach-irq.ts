import { withLine } from '../../devices/interrupts.ts';
import { lineOf } from '../../devices/own-line.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Has the interrupts of a line told, as events of it, to who has subscribed to them. One that comes masks the line
 * until it is unmasked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `occupied`, where it is attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const attachIrq: KernelService<'io.IO.AttachIrq'> = (objects, permit, plan, caller) => {
  const line = lineOf(plan, objects, caller, permit.request.resource);
  if (typeof line === 'string') return refused(line);
  if (line.resource.isAttached) return refused('occupied');
  const now = { ...line.resource, isAttached: true, isMasked: false };
  return done(withLine(plan, objects, line, now), {});
};
