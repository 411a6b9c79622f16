import type { Board } from '../board.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import type { Device } from '../device.ts';

/** A rule of the check: complains of what is wrong with a board. */
export type Rule = (board: Board, complain: ComplainOfBoard) => void;

/** A part of a device, with the device and where it stands in the board. */
export interface DevicePart<Part> {
  readonly device: Device;
  readonly part: Part;
  readonly path: string;
}

/** The parts of one kind of all devices, in order. */
export const partsOf = <Part>(
  { devices }: Board,
  member: 'mmio' | 'ports' | 'lines',
  partsIn: (device: Device) => readonly Part[],
): readonly DevicePart<Part>[] =>
  devices.flatMap((device, index) =>
    partsIn(device).map((part, at) => ({
      device,
      part,
      path: `devices[${String(index)}].${member}[${String(at)}]`,
    })),
  );
