import type { IommuKind } from '../arch/boards/board.ts';
import type { Device } from '../arch/boards/device.ts';
import type { DeviceRole } from '../model/device-role.ts';
import { record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { deviceFeatures } from '../solution/automaton.ts';
import type { Automaton, DeviceFeature } from '../solution/automaton.ts';

/** A device, and the IOMMU of its machine. */
export interface FoundDevice {
  readonly device: Device;
  readonly iommu: IommuKind;
}

/** The device of a machine that bears a role; undefined where there is none. */
export type FindDevice = (role: DeviceRole) => FoundDevice | undefined;

/** What the IOMMU knows a master by. Where there is none it is asked nothing, whatever the number: drivers need not know. */
const numberOf = ({ device: { master }, iommu }: FoundDevice): number | undefined => {
  if (master === undefined) return undefined;
  if (master.id.kind === 'unremapped') return iommu === 'none' ? 0 : undefined;
  return master.id.kind === 'pci' ? master.id.function : master.id.stream;
};

/** What a program reads of a device; undefined where it has none. */
export const findFeature = (found: FoundDevice, feature: DeviceFeature): number | undefined => {
  const {
    mmio: [registers],
    lines: [line],
    ports: [ports],
  } = found.device;
  switch (feature) {
    case 'registers':
      return registers?.base;
    case 'size':
      return registers?.bytes;
    case 'line':
      return line;
    case 'port':
      return ports?.first;
    case 'ports':
      return ports?.count;
    case 'number':
      return numberOf(found);
  }
};

const featuresOf = (device: FoundDevice): RecordValue =>
  record(
    deviceFeatures.flatMap((feature) => {
      const value = findFeature(device, feature);
      return value === undefined ? [] : [[feature, BigInt(value)] as const];
    }),
  );

/** The devices of a program as its expressions see them, by its own names: those that the machine has, and what they have. */
export const deviceValues = ({ devices }: Automaton, find: FindDevice): RecordValue =>
  record(
    devices.flatMap(({ name, role }) => {
      const device = find(role);
      return device === undefined ? [] : [[name, featuresOf(device)] as const];
    }),
  );
