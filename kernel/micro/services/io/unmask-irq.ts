import { withLine } from '../../devices/interrupts.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Lets the next interrupt of a line through, or the one that came while it was masked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `wrongState`, where it is not attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const unmaskIrq: KernelService<'io.IO.UnmaskIrq'> = (objects, permit, plan, caller) => {
  const { resource: handle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, handle, 'line', rights.attach);
  if (typeof held === 'string') return refused(held);
  const { owner, place, resource } = held.found;
  if (!resource.isAttached) return refused('wrongState');
  const now = { ...resource, isMasked: false };
  return done(withLine(plan, objects, owner, place, now), {});
};
