import { endOf } from '../../../../arch/boards/region.ts';
import type { Region } from '../../../../arch/boards/region.ts';
import { claimed, devicesWith } from '../../devices/claims.ts';
import { makersRights } from '../../devices/makers-rights.ts';
import { makeResource } from '../../make.ts';
import { numberOf } from '../vmm/arguments.ts';
import { done, refused } from '../service.ts';
import type { KernelService } from '../service.ts';

const meets = (one: Region, other: Region): boolean =>
  one.base < endOf(other) && other.base < endOf(one);

/** The whole pages that bytes lie in. */
const pagesAround = (pageBytes: number, base: number, bytes: number): Region => {
  const first = base - (base % pageBytes);
  return { base: first, bytes: Math.ceil((base + bytes - first) / pageBytes) * pageBytes };
};

/**
 * Registers the pages that registers lie in: bytes within the registers of some device. The devices that have
 * registers in these pages are the caller's from then on, all of them: a page is the least that can be mapped.
 *
 * Refuses: `invalidArgument`, for no size, and beyond what any machine has; `nameUnknown`, for registers of no device;
 *          `occupied`, where a device is another's or the kernel's, or has not come to rest; `resourcesFull`;
 *          `tableFull`.
 * Source:  KasperskyOS Community Edition help, "I/O"; spec/decisions/0011-devices.md.
 */
export const registerMmio: KernelService<'io.IO.RegisterMmio'> = (
  objects,
  permit,
  plan,
  caller,
) => {
  const base = numberOf(permit.request.base);
  const bytes = numberOf(permit.request.size);
  if (base === undefined || bytes === undefined || bytes === 0) return refused('invalidArgument');
  const { pageBytes } = plan.machine;
  const isWithin = (one: Region): boolean => one.base <= base && base + bytes <= endOf(one);
  if (devicesWith(plan, ({ mmio }) => mmio.some(isWithin)).length === 0)
    return refused('nameUnknown');
  const pages = pagesAround(pageBytes, base, bytes);
  const devices = devicesWith(plan, ({ mmio }) => mmio.some((one) => meets(one, pages)));
  const mine = claimed(plan, objects, caller.process, devices);
  if (typeof mine === 'string') return refused(mine);
  const frames = Array.from(
    { length: pages.bytes / pageBytes },
    (_, index) => pages.base + index * pageBytes,
  );
  const resource = { kind: 'registers', frames, devices } as const;
  const made = makeResource(plan, mine, permit, caller, resource, makersRights.registers);
  if (typeof made === 'string') return refused(made);
  return done(made.objects, { resource: made.handle }, made.handle);
};
