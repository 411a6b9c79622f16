import { claimed, devicesWith } from '../../devices/claims.ts';
import { makersRights } from '../../devices/makers-rights.ts';
import { makeResource } from '../../make.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Registers an interrupt line, once. The devices that raise it are the caller's from then on, all of them.
 *
 * Refuses: `nameUnknown`, for a line of no device; `occupied`, where it is registered, or a device is another's or the
 *          kernel's, or has not come to rest; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const registerIrq: KernelService<'io.IO.RegisterIrq'> = (objects, permit, plan, caller) => {
  const { irq: line } = permit.request;
  const isThere = objects.resources.some((row) =>
    row.some((made) => made?.kind === 'line' && made.line === line),
  );
  if (isThere) return refused('occupied');
  const devices = devicesWith(plan, ({ lines }) => lines.includes(line));
  const mine = claimed(plan, objects, caller.process, devices);
  if (typeof mine === 'string') return refused(mine);
  const state = { isAttached: false, isMasked: true, isPending: false } as const;
  const resource = { kind: 'line', line, ...state, devices } as const;
  const made = makeResource(plan, mine, permit, caller, resource, makersRights.line);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { resource: made.handle }, made.handle);
};
