import type { Device } from '../arch/boards/device.ts';
import type { DeviceRole } from '../model/device-role.ts';
import { record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { deviceFeatures } from '../solution/automaton.ts';
import type { Automaton, DeviceFeature } from '../solution/automaton.ts';

/** The device of a machine that bears a role; undefined where there is none. */
export type FindDevice = (role: DeviceRole) => Device | undefined;

/** What a program reads of a device; undefined where it has none. */
export const findFeature = (
  { mmio: [registers], lines: [line], ports: [ports], master }: Device,
  feature: DeviceFeature,
): number | undefined => {
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
      if (master === undefined || master.id.kind === 'unremapped') return undefined;
      return master.id.kind === 'pci' ? master.id.function : master.id.stream;
  }
};

const featuresOf = (device: Device): RecordValue =>
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
