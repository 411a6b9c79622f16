import type { ProcessId } from '../../../model/ids.ts';
import { withMachine } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { findClaimant } from './claims.ts';
import { hasIommu } from './domains.ts';

/** The device that the IOMMU knows by a number: a PCI function, or a stream. */
const findNumbered = ({ machine }: Plan, number: number): number | undefined => {
  const index = machine.size.peripherals.devices.findIndex(({ master }) => {
    if (master === undefined || master.id.kind === 'unremapped') return false;
    return (master.id.kind === 'pci' ? master.id.function : master.id.stream) === number;
  });
  return index < 0 ? undefined : index;
};

/**
 * The device of a process's own that the IOMMU knows by a number.
 *
 * Refuses: `nameUnknown`; `rightsMissing`, for one that is not the process's.
 */
export const findOwnDevice = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  number: number,
): number | 'nameUnknown' | 'rightsMissing' => {
  const device = findNumbered(plan, number);
  if (device === undefined) return 'nameUnknown';
  return findClaimant(objects, device) === process ? device : 'rightsMissing';
};

/**
 * Puts a device of a process's own into a domain; without an IOMMU nothing changes.
 *
 * Refuses: `nameUnknown`; `rightsMissing`, for one that is not the process's; `occupied`, where it is in one.
 */
export const attached = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  number: number,
  domain: number,
): Objects | 'nameUnknown' | 'rightsMissing' | 'occupied' => {
  if (!hasIommu(plan)) return objects;
  const device = findOwnDevice(plan, objects, process, number);
  if (typeof device === 'string') return device;
  if (objects.machine.dma.attached[device] !== undefined) return 'occupied';
  return withMachine(objects, plan.machine.dma.attach(objects.machine, device, domain));
};
