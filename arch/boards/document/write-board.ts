import type { Board, Interrupts } from '../board.ts';
import { formatAddress } from '../complaint.ts';
import { formatPci } from '../device.ts';
import type { Device, MasterId } from '../device.ts';
import type { Region } from '../region.ts';

const regionOf = ({ base, bytes }: Region): object => ({
  base: formatAddress(base),
  bytes: formatAddress(bytes),
});

const identityOf = (id: MasterId): object => {
  switch (id.kind) {
    case 'pci':
      return { kind: id.kind, function: formatPci(id.function) };
    case 'stream':
      return { kind: id.kind, stream: id.stream };
    case 'unremapped':
      return { kind: id.kind };
  }
};

const deviceOf = ({ name, role, mmio, ports, lines, master, source }: Device): object => ({
  name,
  role,
  ...(mmio.length === 0 ? {} : { mmio: mmio.map(regionOf) }),
  ...(ports.length === 0 ? {} : { ports }),
  ...(lines.length === 0 ? {} : { lines }),
  ...(master === undefined ? {} : { master: { ...identityOf(master.id), engine: master.engine } }),
  source,
});

const interruptsOf = ({ doorbell, ...interrupts }: Interrupts): object => ({
  ...interrupts,
  ...(doorbell === undefined ? {} : { doorbell: regionOf(doorbell) }),
});

/**
 * The JSON document of a board, which reads as the same board: to begin one's own from.
 *
 * Source: spec/formats/board.md.
 */
export const boardDocument = (board: Board): object => ({
  ...board,
  map: board.map.map((region) => ({ ...region, ...regionOf(region) })),
  interrupts: interruptsOf(board.interrupts),
  devices: board.devices.map(deviceOf),
  sharedPages: board.sharedPages.map(({ base, devices }) => ({
    base: formatAddress(base),
    devices,
  })),
});
