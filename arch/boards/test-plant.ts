import type { Board, MapRegion } from './board.ts';
import { boards } from './catalogue.ts';
import type { BoardCode } from './codes.ts';
import type { Device } from './device.ts';

/** A board with one thing wrong, and where that is. */
export interface Plant {
  readonly about: string;
  readonly code: BoardCode;
  readonly path: string;
  readonly board: Board;
}

export const pc = boards['generic-pc'];
export const solo = boards['imx6-solo'];
export const virt = boards['virt-smmuv3'];

const indexOf = ({ devices }: Board, name: string): number =>
  devices.findIndex((device) => device.name === name);

export const placeOf = (board: Board, name: string): string =>
  `devices[${String(indexOf(board, name))}]`;

export const withDevice = (board: Board, name: string, parts: Partial<Device>): Board => ({
  ...board,
  devices: board.devices.map((device) => (device.name === name ? { ...device, ...parts } : device)),
});

export const withoutRole = (board: Board, role: Device['role']): Board => ({
  ...board,
  devices: board.devices.filter((device) => device.role !== role),
});

export const withRegion = (board: Board, name: string, parts: Partial<MapRegion>): Board => ({
  ...board,
  map: board.map.map((region) => (region.name === name ? { ...region, ...parts } : region)),
});

export const mapPlace = ({ map }: Board, name: string): string =>
  `map[${String(map.findIndex((region) => region.name === name))}]`;

export const plant = (about: string, code: BoardCode, path: string, board: Board): Plant => ({
  about,
  code,
  path,
  board,
});

export const masterOf = (stream: number): Device['master'] => ({
  id: { kind: 'stream', stream },
  engine: 'own',
});
