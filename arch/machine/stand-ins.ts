import { pciFunction } from '../boards/device.ts';
import type { Device } from '../boards/device.ts';
import type { DeviceRole } from '../../model/device-role.ts';
import type { Peripherals } from './peripherals.ts';

/** Where the registers of stand-ins begin, a page each. Units: bytes. */
const firstRegisters = 0xf000_0000;
const pageBytes = 0x1000;

/** Where their ports begin. */
const firstPort = 0x1000;
const portCount = 8;

const standIn = (role: DeviceRole, index: number): Device => ({
  name: role,
  role,
  mmio: [{ base: firstRegisters + index * pageBytes, bytes: pageBytes }],
  ports: [{ first: firstPort + index * portCount, count: portCount }],
  lines: [index],
  master: { id: { kind: 'pci', function: pciFunction(0, index + 1, 0) }, engine: 'own' },
  source: 'a stand-in on the abstract machine',
});

/**
 * A device for each role, with all that a device can have, and an IOMMU: what the abstract machine has of a solution
 * that names devices.
 *
 * Shape: the name of a device is its role; they stand in the order of the roles.
 */
export const standIns = (roles: readonly DeviceRole[]): Peripherals => ({
  devices: roles.map(standIn),
  iommu: 'vtd',
  doorbell: undefined,
  remapping: false,
});
