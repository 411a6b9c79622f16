import { withLine } from '../../devices/interrupts.ts';
import { rights } from '../../../rights.ts';
import { lookUpKind } from '../../labelled.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Has the interrupts of a line told, as events of it, to who has subscribed to them. One that comes masks the line until it is unmasked.
 *
 * Refuses: `badHandle`, `handleRevoked`, `wrongType`, `rightsMissing` (CAP-1); `occupied`, where it is attached.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const attachIrq: KernelService<'io.IO.AttachIrq'> = (objects, permit, plan, caller) => {
  const { resource: handle } = permit.request;
  const held = lookUpKind(plan, objects, caller.process, handle, 'line', rights.attach);
  if (typeof held === 'string') return refused(held);
  const { owner, place, resource } = held.found;
  if (resource.isAttached) return refused('occupied');
  const now = { ...resource, isAttached: true, isMasked: false };
  return done(withLine(plan, objects, owner, place, now), {});
};
