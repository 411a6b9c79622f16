import fc from 'fast-check';
import type { IommuKind } from '../boards/board.ts';
import type { Device, MasterId } from '../boards/device.ts';
import type { Rights } from '../page.ts';
import type { MachineSize } from './machine.ts';
import type { Peripherals } from './peripherals.ts';

/** Runs that tests of the law of devices make: two devices behind an IOMMU with two domains, and one that goes past it. */

/** Two pages of one table, and pages of others: of the last level, and of one above. */
const addresses = [0x10000, 0x11000, 0x410000, 0x4001_0000, 0x7fc1_0000] as const;

interface OfDevice {
  readonly device: number;
}

interface InDomain {
  readonly domain: number;
  readonly address: number;
}

/** What is edited of a domain. */
export type DmaEdit =
  | (InDomain & {
      readonly kind: 'map';
      readonly frame: { readonly space: number; readonly index: number };
      readonly rights: Rights;
    })
  | (InDomain & { readonly kind: 'unmap' });

/** What a kernel, devices and an IOMMU do. */
export type DmaCommand =
  | DmaEdit
  | (OfDevice & { readonly kind: 'attach'; readonly domain: number })
  | (OfDevice & { readonly kind: 'detach' | 'start' | 'stop' | 'rest' })
  | { readonly kind: 'complete' }
  /** A device tries each address that there is. */
  | (OfDevice & { readonly kind: 'dma'; readonly does: 'load' | 'store' });

export interface DmaRun {
  readonly shootdown: MachineSize['shootdown'];
  readonly commands: readonly DmaCommand[];
}

const counts = { cores: 1, spaces: 2, frames: 3, tables: 0, domains: 2 } as const;

const doorbell = { base: 0xfee0_0000, bytes: 0x1000 };

/** What devices try: all that is mapped anywhere, and where interrupts are written. */
export const tried: readonly number[] = [...addresses, doorbell.base];

const deviceOf = (id: MasterId): Device => ({
  name: 'device',
  role: 'dma',
  mmio: [],
  ports: [],
  lines: [],
  master: { id, engine: 'own' },
  source: 'made up for tests',
});

/** Functions of two buses, or two streams; and a master that the IOMMU does not see. */
const mastersOf = (iommu: IommuKind): readonly MasterId[] => [
  ...(iommu === 'vtd'
    ? ([0x10, 0x310] as const).map((number): MasterId => ({ kind: 'pci', function: number }))
    : ([1, 6] as const).map((stream): MasterId => ({ kind: 'stream', stream }))),
  { kind: 'unremapped' },
];

const peripheralsOf = (iommu: IommuKind): Peripherals => ({
  devices: mastersOf(iommu).map(deviceOf),
  iommu,
  doorbell,
  remapping: true,
});

/** Small shares, so that tables run out. */
export const dmaSizeOf = (iommu: IommuKind, shootdown: MachineSize['shootdown']): MachineSize => ({
  ...counts,
  ram: { base: 0, bytes: 0x10_0000 },
  physicalEnd: 2 ** 32,
  peripherals: peripheralsOf(iommu),
  shootdown,
});

const anyIndex = (count: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: count - 1 });
const anyDevice = anyIndex(3);
const anyDomain = anyIndex(counts.domains);
const anyAddress = fc.constantFrom(...addresses);
const anyRights: fc.Arbitrary<Rights> = fc.record({
  read: fc.boolean(),
  write: fc.boolean(),
  execute: fc.boolean(),
  user: fc.boolean(),
});

const kind = <Kind extends DmaCommand['kind']>(...of: readonly Kind[]): fc.Arbitrary<Kind> =>
  fc.constantFrom(...of);

const anyMap = fc.record({
  kind: kind('map'),
  domain: anyDomain,
  address: anyAddress,
  frame: fc.record({ space: anyIndex(counts.spaces), index: anyIndex(counts.frames) }),
  rights: anyRights,
});

const anyCommand: fc.Arbitrary<DmaCommand> = fc.oneof(
  { weight: 4, arbitrary: anyMap },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('unmap'), domain: anyDomain, address: anyAddress }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: kind('attach'), device: anyDevice, domain: anyDomain }),
  },
  { weight: 4, arbitrary: fc.record({ kind: kind('start'), device: anyDevice }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('detach'), device: anyDevice }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('stop', 'rest'), device: anyDevice }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('complete') }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('dma'),
      device: anyDevice,
      does: fc.constantFrom('load' as const, 'store' as const),
    }),
  },
);

export const anyDmaRun: fc.Arbitrary<DmaRun> = fc.record({
  shootdown: fc.constantFrom('immediate' as const, 'delayed' as const, 'delayed' as const),
  commands: fc.array(anyCommand, { minLength: 1, maxLength: 80, size: 'max' }),
});
