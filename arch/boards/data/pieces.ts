import type { MapRegion, RegionKind } from '../board.ts';
import { pciFunction } from '../device.ts';
import type { DeviceRole } from '../../../model/device-role.ts';
import type { Device, Engine, Master, PortRange } from '../device.ts';
import type { Region } from '../region.ts';

/** Where values of a board are from when no public document was at hand. */
export const fromMemory = 'from memory';

/** What firmware or the kernel may place elsewhere. */
export const assigned = 'placed by firmware; an example';

export const region = (base: number, bytes: number): Region => ({ base, bytes });

export const mapped = (
  name: string,
  holds: RegionKind,
  base: number,
  bytes: number,
  source: string,
): MapRegion => ({ name, holds, base, bytes, source });

/** The parts of a device that it may do without; registers as bases and bytes, ports as firsts and counts. */
interface Parts {
  readonly mmio?: readonly (readonly [number, number])[];
  readonly ports?: readonly (readonly [number, number])[];
  readonly lines?: readonly number[];
  readonly master?: Master;
}

const portRange = ([first, count]: readonly [number, number]): PortRange => ({ first, count });

export const device = (
  name: string,
  role: DeviceRole,
  source: string,
  { mmio = [], ports = [], lines = [], master }: Parts,
): Device => ({
  name,
  role,
  mmio: mmio.map(([base, bytes]) => region(base, bytes)),
  ports: ports.map(portRange),
  lines,
  master,
  source,
});

/** A master that nothing tells from others. */
export const unremapped = (engine: Engine): Master => ({ id: { kind: 'unremapped' }, engine });

/** A master that is a PCI function. */
export const asPci = (bus: number, number: number, fn: number, engine: Engine = 'own'): Master => ({
  id: { kind: 'pci', function: pciFunction(bus, number, fn) },
  engine,
});

/** The interrupt id of a shared line of a GIC. */
export const spi = (line: number): number => 32 + line;

/** The interrupt id of a line that each core has of its own. */
export const ppi = (line: number): number => 16 + line;
