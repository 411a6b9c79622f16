import { boards } from '../arch/boards/catalogue.ts';
import { deviceFor } from '../arch/boards/device-for.ts';
import { standIns } from '../arch/machine/stand-ins.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Automaton, DeviceFeature } from '../solution/automaton.ts';
import { automataOf, deviceReadsOf, rolesOf } from '../solution/device-reads.ts';
import type { Solution } from '../solution/solution.ts';
import type { ChosenMachine } from './chosen-machine.ts';
import { findFeature } from './device-features.ts';
import type { FindDevice } from './device-features.ts';
import type { MachineCode } from './machine-codes.ts';

/** The devices of the abstract machine, which stand in for those of a board. */
export const standInDevices = (solution: Solution): FindDevice => {
  const { devices, iommu } = standIns(rolesOf(solution));
  return (role) => {
    const device = devices.find((one) => one.role === role);
    return device === undefined ? undefined : { device, iommu };
  };
};

/** The devices of the machine that was chosen: of an architecture alone there are none. */
export const devicesOfMachine = (
  solution: Solution,
  machine: ChosenMachine | undefined,
): FindDevice => {
  if (machine === undefined) return standInDevices(solution);
  const { board } = machine;
  return (role) => {
    if (board === undefined) return undefined;
    const found = deviceFor(boards[board], role);
    return found.kind === 'found'
      ? { device: found.device, iommu: boards[board].iommu }
      : undefined;
  };
};

const code: MachineCode = 'MCH-005';

const names: Readonly<Record<DeviceFeature, string>> = {
  registers: 'registers',
  size: 'registers',
  line: 'interrupt line',
  port: 'ports',
  ports: 'ports',
  number: 'number that an IOMMU knows it by',
};

const faultsOf = (
  automaton: Automaton,
  find: FindDevice,
  machine: string,
): readonly Diagnostic[] => {
  const tell = (at: Diagnostic['at'], message: string): Diagnostic => ({
    code,
    severity: 'error',
    at,
    message,
  });
  const lacking = automaton.devices
    .filter(({ role }) => find(role) === undefined)
    .map(({ role, at }) => tell(at, `${machine} has no device of the role ${role}`));
  const poor = deviceReadsOf(automaton).flatMap(({ name, feature, at }) => {
    const role = automaton.devices.find((one) => one.name === name)?.role;
    const found = role === undefined ? undefined : find(role);
    if (found === undefined || feature === undefined) return [];
    return findFeature(found, feature) === undefined
      ? [tell(at, `"${found.device.name}" of ${machine} has no ${names[feature]}`)]
      : [];
  });
  return [...lacking, ...poor];
};

/**
 * What programs and contracts ask of devices that the machine has not: one of a role, or something that is read of it.
 *
 * Source: spec/formats/programs.md, "Devices".
 */
export const findDeviceFaults = (
  solution: Solution,
  machine: ChosenMachine,
): readonly Diagnostic[] => {
  const find = devicesOfMachine(solution, machine);
  const name = machine.board ?? `${machine.arch} without a board`;
  return automataOf(solution).flatMap((automaton) => faultsOf(automaton, find, name));
};
