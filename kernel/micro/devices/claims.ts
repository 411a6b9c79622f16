import type { Device } from '../../../arch/boards/device.ts';
import { processId } from '../../../model/ids.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { withMachine } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import type { Resource } from '../resources.ts';

/** The devices that a resource is something of. */
export const devicesOf = (resource: Resource | undefined): readonly number[] =>
  resource?.kind === 'registers' || resource?.kind === 'ports' || resource?.kind === 'line'
    ? resource.devices
    : [];

/** Whose a device is: the process that has registered something of it. */
export const findClaimant = ({ resources }: Objects, device: number): ProcessId | undefined => {
  const owner = resources.findIndex((row) => row.some((made) => devicesOf(made).includes(device)));
  return owner < 0 ? undefined : processId(owner);
};

/** What the kernel keeps to itself: who has one of these has every interrupt, or all memory. */
const isOfKernel = ({ role }: Device): boolean =>
  role === 'interruptController' || role === 'iommu';

/** The numbers of the devices that something is of. */
export const devicesWith = (
  { machine }: Plan,
  has: (device: Device) => boolean,
): readonly number[] =>
  machine.size.peripherals.devices.flatMap((device, index) => (has(device) ? [index] : []));

/**
 * Makes devices a process's, all or none: something of theirs is to be registered. Those that were nobody's begin
 * to act.
 *
 * Refuses: `nameUnknown`, for no device; `occupied`, where one is another's or the kernel's, or has not come to rest
 *          since it was another's.
 * Source:  spec/decisions/0011-devices.md.
 */
export const claimed = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  devices: readonly number[],
): Objects | 'nameUnknown' | 'occupied' => {
  if (devices.length === 0) return 'nameUnknown';
  let { machine } = objects;
  for (const device of devices) {
    const claimant = findClaimant(objects, device);
    const there = plan.machine.size.peripherals.devices[device];
    const isNew = claimant === undefined;
    const isTaken = isNew ? machine.dma.power[device] !== 'quiet' : claimant !== process;
    if (there === undefined || isTaken || isOfKernel(there)) return 'occupied';
    if (isNew && there.master !== undefined) machine = plan.machine.dma.start(machine, device);
  }
  return withMachine(objects, machine);
};
