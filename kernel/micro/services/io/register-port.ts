import { claimed, devicesWith } from '../../devices/claims.ts';
import { makeResource } from '../../make.ts';
import { makersRights } from '../../devices/makers-rights.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

/**
 * Registers ports of a device: those of a range that is within the ports of some device. The device is the caller's
 * from then on, as are all that have a port of the range.
 *
 * Refuses: `nameUnknown`, for ports of no device; `occupied`, where a device is another's or the kernel's, or has not
 *          come to rest; `resourcesFull`; `tableFull`.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const registerPort: KernelService<'io.IO.RegisterPort'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const { base: first, size: count } = permit.request;
  const end = first + count;
  const within = devicesWith(plan, ({ ports }) =>
    ports.some((one) => count > 0 && one.first <= first && end <= one.first + one.count),
  );
  if (within.length === 0) return refused('nameUnknown');
  const devices = devicesWith(plan, ({ ports }) =>
    ports.some((one) => one.first < end && first < one.first + one.count),
  );
  const mine = claimed(plan, objects, caller.process, devices);
  if (typeof mine === 'string') return refused(mine);
  const resource = { kind: 'ports', first, count, devices } as const;
  const made = makeResource(plan, mine, permit, caller, resource, makersRights.ports);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { resource: made.handle }, made.handle);
};
