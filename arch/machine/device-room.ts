import { iommus } from '../iommu/catalogue.ts';
import type { TableIommuName } from '../iommu/catalogue.ts';
import type { Iommu } from '../iommu/iommu.ts';
import { emptyMemory } from '../memory.ts';
import { wordOfNumber } from '../word.ts';
import type { MachineSize } from './machine.ts';
import { pageBytes } from './named.ts';
import type { Peripherals } from './peripherals.ts';
import { rootBytes as shareUnit } from './ranges.ts';

/** How each device is told from others by an IOMMU; absent for one that it does not see. */
export const requestersOf = ({ devices }: Peripherals): readonly (number | undefined)[] =>
  devices.map(({ master }) => {
    if (master === undefined) return undefined;
    switch (master.id.kind) {
      case 'pci':
        return master.id.function;
      case 'stream':
        return master.id.stream;
      case 'unremapped':
        return undefined;
    }
  });

/** An IOMMU as the kernel sets it up, with the requesters that it tells apart. */
export interface SetUp {
  readonly name: TableIommuName;
  readonly iommu: Iommu;
  readonly requesters: readonly (number | undefined)[];
}

/** Bits that the largest of these numbers needs. */
const bitsFor = (numbers: readonly (number | undefined)[]): number =>
  numbers.reduce<number>((most, one = 0) => Math.max(most, one.toString(2).length), 1);

/** The IOMMU of these devices, if it is one that has tables; of SMMUv3 domains are second stages, and the table has the streams that there are. */
export const findSetUp = (peripherals: Peripherals): SetUp | undefined => {
  const { iommu: name } = peripherals;
  if (name === 'none') return undefined;
  const requesters = requestersOf(peripherals);
  const settings = name === 'vtd' ? {} : { s1p: 0, log2size: bitsFor(requesters) };
  return { name, iommu: iommus[name].under(settings), requesters };
};

/** Frames that tables of devices take beside the first: each requester is attached once, to see. */
export const contextFrames = ({ iommu, requesters }: SetUp): number => {
  const base = iommu.deviceTableBytes;
  const first = 2 * base;
  const domain = { number: 1, root: 0 };
  let memory = emptyMemory(first + (requesters.length + 1) * pageBytes + base);
  let taken = 0;
  for (const requester of requesters) {
    if (requester === undefined) continue;
    const frame = Math.ceil(first / pageBytes) * pageBytes + taken * pageBytes;
    const done = iommu.attach(memory, wordOfNumber(base), requester, domain, [frame]);
    if (done.kind === 'refused') continue;
    ({ memory } = done);
    taken += done.taken.length;
  }
  return taken;
};

/** Frames that tables of one domain take beside its root, for all frames of a share: on each level those that they lie in, and one. */
const domainTables = (
  { iommu: { tables } }: SetUp,
  { frames }: Pick<MachineSize, 'frames'>,
): number =>
  tables.spans.reduce((sum, span) => sum + Math.ceil((frames * pageBytes) / span) + 1, 0);

/** Units: bytes of the root of a domain and of its further tables. */
export const domainBytes = (setUp: SetUp, size: Pick<MachineSize, 'frames'>): number =>
  (1 + domainTables(setUp, size)) * pageBytes;

/** Where the tables of an IOMMU lie. Units: addresses in bytes; `end` is the first behind. */
export interface DeviceRanges {
  readonly table: number;
  readonly contexts: readonly number[];
  readonly root: (domain: number) => number;
  readonly tables: (domain: number) => readonly number[];
  readonly end: number;
}

const frameList = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index * pageBytes);

const roundedUp = (bytes: number, unit: number): number => Math.ceil(bytes / unit) * unit;

/** Lays out the tables of an IOMMU from an address on: of devices, aligned to its size, then of each domain. */
export const layOutDevices = (
  setUp: SetUp,
  size: Pick<MachineSize, 'frames' | 'domains'>,
  from: number,
): DeviceRanges => {
  const bytes = setUp.iommu.deviceTableBytes;
  const table = roundedUp(from, Math.max(bytes, pageBytes));
  const contexts = frameList(table + roundedUp(bytes, pageBytes), contextFrames(setUp));
  const first = table + roundedUp(bytes, pageBytes) + contexts.length * pageBytes;
  const root = (domain: number): number => first + domain * domainBytes(setUp, size);
  const tables = domainTables(setUp, size);
  return {
    table,
    contexts,
    root,
    tables: (domain) => frameList(root(domain) + pageBytes, tables),
    end: root(size.domains),
  };
};

/** Units: bytes that tables of devices and of domains need behind the shares of spaces. */
export const deviceBytes = (
  setUp: SetUp | undefined,
  size: Pick<MachineSize, 'frames' | 'domains'>,
): number =>
  setUp === undefined
    ? 0
    : layOutDevices(setUp, size, 0).end + Math.max(0, setUp.iommu.deviceTableBytes - shareUnit);
