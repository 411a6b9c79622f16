import type { DeviceRole } from '../../model/device-role.ts';
import type { Board } from './board.ts';
import type { BoardComplaint } from './complaint.ts';
import type { Device } from './device.ts';

/** The device that bears a role, or that there is none. */
export type DeviceFound =
  | { readonly kind: 'found'; readonly device: Device }
  | { readonly kind: 'lacking'; readonly complaint: BoardComplaint };

/** The device that bears a role on a board: of several the first. */
export const deviceFor = ({ name, devices }: Board, role: DeviceRole): DeviceFound => {
  const device = devices.find((one) => one.role === role);
  if (device !== undefined) return { kind: 'found', device };
  const message = `the board "${name}" has no device of the role ${role}`;
  return { kind: 'lacking', complaint: { code: 'BRD-025', path: 'devices', message } };
};
