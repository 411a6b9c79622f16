import type { DeviceRole } from '../../model/device-role.ts';
import type { Region } from './region.ts';

/** Ports of the x86 family's I/O space, from `first` on. */
export interface PortRange {
  readonly first: number;
  readonly count: number;
}

/**
 * How the DMA of a master is told from others': by its PCI function (bus, device and function as one
 * number of 16 bits), by its stream, or not at all, since no IOMMU sees it.
 */
export type MasterId =
  | { readonly kind: 'pci'; readonly function: number }
  | { readonly kind: 'stream'; readonly stream: number }
  | { readonly kind: 'unremapped' };

/**
 * What drives the DMA of a master: its driver, for the device's own data; descriptors that name any
 * two addresses; scripts that software loads; firmware of a processor of its own.
 */
export const engines = ['own', 'copies', 'scripts', 'firmware'] as const;

export type Engine = (typeof engines)[number];

/** A device that reads and writes memory by itself. */
export interface Master {
  readonly id: MasterId;
  readonly engine: Engine;
}

/** A device: what a driver needs of it, and what it can do by itself. */
export interface Device {
  readonly name: string;
  readonly role: DeviceRole;
  readonly mmio: readonly Region[];
  readonly ports: readonly PortRange[];
  readonly lines: readonly number[];
  readonly master: Master | undefined;
  readonly source: string;
}

/** Can software choose what the master does, beyond where its own data goes? */
export const isProgrammable = ({ engine }: Master): boolean => engine !== 'own';

/** The number of a PCI function. */
export const pciFunction = (bus: number, device: number, fn: number): number =>
  bus * 256 + device * 8 + fn;

const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');

/** A PCI function as `bus:device.function`. */
export const formatPci = (number: number): string =>
  `${hex(Math.floor(number / 256), 2)}:${hex(Math.floor(number / 8) % 32, 2)}.${String(number % 8)}`;

/** The PCI function that a text names. */
export const findPci = (text: string): number | undefined => {
  const [, bus = '', device = '', fn = ''] =
    /^([0-9a-f]{2}):([01][0-9a-f])\.([0-7])$/.exec(text) ?? [];
  return bus === ''
    ? undefined
    : pciFunction(parseInt(bus, 16), parseInt(device, 16), parseInt(fn, 10));
};
