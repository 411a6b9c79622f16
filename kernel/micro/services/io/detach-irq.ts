import { withLine } from '../../devices/interrupts.ts';
import { attachedLineOf } from '../../devices/own-line.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Has the interrupts of a line told no more, nor any that it holds.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `wrongState`, where it is not attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const detachIrq: KernelService<'io.IO.DetachIrq'> = (objects, permit, plan, caller) => {
  const line = attachedLineOf(plan, objects, caller, permit.request.resource);
  if (typeof line === 'string') return refused(line);
  const now = { ...line.resource, isAttached: false, isMasked: true, isPending: false };
  return done(withLine(plan, objects, line, now), {});
};
