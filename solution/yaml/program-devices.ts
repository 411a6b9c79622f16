import { deviceRoles } from '../../model/device-role.ts';
import type { DeviceRole } from '../../model/device-role.ts';
import type { NamedDevice } from '../automaton.ts';
import { hintNearest } from '../nearest.ts';
import type { Complain, Node } from './document.ts';
import { entriesOf, textOf } from './fields.ts';

/** What can stand behind `kept.` and `devices.`. */
export const readableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** A device as named; its role is absent where it is none, which was told. */
export interface DeviceText extends Omit<NamedDevice, 'role'> {
  readonly role: DeviceRole | undefined;
}

/** `devices: { counter: gpio }`: names of a program's own, and the roles of the devices that are meant. */
export const readDevices = (node: Node | undefined, complain: Complain): readonly DeviceText[] => {
  if (node === undefined) return [];
  return entriesOf(node, '"devices"', complain).map(({ key, value }) => {
    const text = textOf(value, `"${key.text}"`, complain);
    if (!readableName.test(key.text)) {
      const message = `"${key.text}" is no name, and cannot be read as "devices.${key.text}"`;
      complain('PRG-006', key.at, message);
    }
    const role = deviceRoles.find((one) => one === text);
    if (role === undefined && text !== '') {
      const message = `there is no role "${text}" of devices`;
      complain('PRG-006', value.at, message, hintNearest(text, deviceRoles));
    }
    return { name: key.text, role, at: key.at };
  });
};
