import { withLine } from '../../devices/interrupts.ts';
import { attachedLineOf } from '../../devices/own-line.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Lets the next interrupt of a line through, or the one that came while it was masked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `wrongState`, where it is not attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const unmaskIrq: KernelService<'io.IO.UnmaskIrq'> = (objects, permit, plan, caller) => {
  const line = attachedLineOf(plan, objects, caller, permit.request.resource);
  if (typeof line === 'string') return refused(line);
  const now = { ...line.resource, isMasked: false };
  return done(withLine(plan, objects, line, now), {});
};
