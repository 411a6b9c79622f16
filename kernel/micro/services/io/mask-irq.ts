import { withLine } from '../../devices/interrupts.ts';
import { attachedLineOf } from '../../devices/own-line.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Holds the interrupts of a line back until it is unmasked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `wrongState`, where it is not attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const maskIrq: KernelService<'io.IO.MaskIrq'> = (objects, permit, plan, caller) => {
  const line = attachedLineOf(plan, objects, caller, permit.request.resource);
  if (typeof line === 'string') return refused(line);
  const now = { ...line.resource, isMasked: true };
  return done(withLine(plan, objects, line, now), {});
};
