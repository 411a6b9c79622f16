import type { Device } from '../../../../arch/boards/device.ts';
import type { IommuKind } from '../../../../arch/boards/board.ts';
import { abstractMachine } from '../../../../arch/machine/design.ts';
import type { Peripherals } from '../../../../arch/machine/peripherals.ts';
import type { ThreadId } from '../../../../model/ids.ts';
import type { Limits } from '../../../kernel.ts';
import { Driver, all, kernelOf, local, service, short, threadOf } from '../../test-kernel.ts';
import { spacious } from '../../test-services.ts';

/** What tests of the services for drivers share: a machine with a few devices, two cores, and small shares. */

export const limits: Limits = {
  ...spacious,
  resources: 8,
  frames: 4,
  tables: 2,
  pages: 8,
  image: 0,
  domains: 1,
};

export const [client, server] = [threadOf(0, limits), threadOf(1, limits)];

export const pageBytes = 4096;

const device = (name: string, parts: Partial<Device>): Device => ({
  name,
  role: 'storage',
  mmio: [],
  ports: [],
  lines: [],
  master: undefined,
  source: 'made up for tests',
  ...parts,
});

const pci = (number: number): Device['master'] => ({
  id: { kind: 'pci', function: number },
  engine: 'own',
});

const base = 0xf000_0000;

/** Where each device is in the list. */
export const disk = 0;
export const net = 1;

/** Registers of the disk fill two pages; the page of the timer is that of the clock too. */
export const places = {
  disk: BigInt(base),
  net: BigInt(base + 0x1_0000),
  timer: BigInt(base + 0x2_0000),
  clock: BigInt(base + 0x2_0800),
  gic: BigInt(base + 0x3_0000),
} as const;

/** The numbers that the IOMMU knows the disk and the network by. */
export const numbers = { disk: 8n, net: 16n } as const;

const doorbell = { base: 0xfee0_0000, bytes: 0x1000 };

const at = (place: bigint, bytes: number) => ({ base: Number(place), bytes });

const devices: readonly Device[] = [
  device('disk', { mmio: [at(places.disk, 0x2000)], lines: [40], master: pci(8) }),
  device('net', {
    mmio: [at(places.net, 0x1000)],
    lines: [41, 42],
    ports: [{ first: 0x300, count: 8 }],
    master: pci(16),
  }),
  device('timer', { mmio: [at(places.timer, 0x400)], lines: [42] }),
  device('clock', { mmio: [at(places.clock, 0x400)] }),
  device('gic', { role: 'interruptController', mmio: [at(places.gic, 0x1000)], lines: [9] }),
];

export const peripherals = (iommu: IommuKind, remapping: 'yes' | 'no'): Peripherals => ({
  devices,
  iommu,
  doorbell,
  remapping: remapping === 'yes',
});

/** A machine with these devices, whose agents do what they are asked to when they come to it. */
export const begin = (
  iommu: IommuKind = 'vtd',
  {
    policy = all,
    more = {},
    remapping = 'yes',
  }: { policy?: string; more?: Partial<Limits>; remapping?: 'yes' | 'no' } = {},
): Driver =>
  new Driver(
    kernelOf(policy, {
      limits: { ...limits, ...more },
      machine: abstractMachine({
        cores: 2,
        shootdown: 'delayed',
        peripherals: peripherals(iommu, remapping),
      }),
    }),
  );

const io = (name: string): string => `io.IO.${name}`;

export const registersOf = (
  driver: Driver,
  by: ThreadId,
  which: keyof typeof places = 'disk',
): number =>
  driver.handle(by, io('RegisterMmio'), { base: places[which], size: 0x400n }, 'resource');

export const portsOf = (driver: Driver, by: ThreadId): number =>
  driver.handle(by, io('RegisterPort'), { base: 0x300n, size: 8n }, 'resource');

export const lineOf = (driver: Driver, by: ThreadId, irq = 40n): number =>
  driver.handle(by, io('RegisterIrq'), { irq }, 'resource');

export const dmaOf = (driver: Driver, by: ThreadId, pages = 1): number =>
  driver.handle(by, io('RegisterDma'), { size: BigInt(pages * pageBytes), flags: 3n }, 'resource');

export const domainOf = (driver: Driver, by: ThreadId): number =>
  driver.handle(by, 'iommu.IOMMU.CreateDomain', {}, 'domain');

/** What the kernel says of a device. */
export const deviceOf = ({ kernel, state }: Driver, which: number) => {
  const fact = kernel.facts(state).devices[which];
  return { claimedBy: fact?.claimedBy, power: fact?.power, domain: fact?.domain };
};

/** The physical address of a page of a buffer. */
export const addressOf = (driver: Driver, by: ThreadId, resource: number): number => {
  const told = driver.done(by, io('DmaGetInfo'), { resource: local(resource) });
  return Number(told.get('address'));
};

/** What an access of a device came to: the word, or that it reached nothing. */
export const reads = (driver: Driver, which: number, address: number, way = 0): unknown => {
  const { outcome } = driver.step({ kind: 'dmaRead', device: which, address, way });
  return outcome.kind === 'done' && outcome.result.kind === 'accessed'
    ? outcome.result.value
    : outcome.kind;
};

/** A line that is attached, with its events subscribed; `next` says how asking for one ends. */
export const told = (driver: Driver, by: ThreadId, resource: number) => {
  const line = local(resource);
  const notice = local(driver.handle(by, 'notice.Notice.Create', {}, 'notice'));
  const fields = { notice, object: line, eventMask: 0x1_0000n, eventId: 7n };
  driver.done(by, 'notice.Notice.SubscribeToObject', fields);
  driver.done(by, io('AttachIrq'), { resource: line });
  const getting = service('notice.Notice.GetEvent', { notice, msecs: 0xffff_ffffn });
  return { line, next: (): string => short(driver.act(by, getting).outcome) };
};
