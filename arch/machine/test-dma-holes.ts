import { edited } from '../page.ts';
import type { IommuFormat } from '../iommu/iommu.ts';
import { translators } from './catalogue.ts';
import { findSetUp, layOutDevices } from './device-room.ts';
import type { SetUp } from './device-room.ts';
import type { DeviceTranslator } from './device-translator.ts';
import { iommuDevices } from './iommu-devices.ts';
import type { Machine, MachineSize } from './machine.ts';
import { machineOf } from './make-machine.ts';
import { shareBytes } from './ranges.ts';
import type { MachineState } from './state.ts';
import { reusable } from './test-holes.ts';
import type { Make } from './test-law-runs.ts';

/** Machines with a hole each in what devices have. */

const core = translators.x86_64;

/** A machine of tables without a hole. */
export const sound: Make = (size) => machineOf(core, size);

const by =
  (change: (devices: DeviceTranslator) => Partial<DeviceTranslator>): Make =>
  (size) =>
    machineOf(core, size, {
      cores: (translator) => translator,
      devices: (devices) => ({ ...devices, ...change(devices) }),
    });

const changed =
  (change: (machine: Machine) => Partial<Machine['dma']>): Make =>
  (size) => {
    const machine = sound(size);
    return { ...machine, dma: { ...machine.dma, ...change(machine) } };
  };

const instead = (size: MachineSize, change: (setUp: SetUp) => SetUp): DeviceTranslator => {
  const found = findSetUp(size.peripherals);
  if (found === undefined) throw new Error('there is no IOMMU');
  const from = shareBytes(size, core.pageBytes) * size.spaces;
  return iommuDevices(change(found), layOutDevices(found, size, from), size.domains);
};

/** A machine with another IOMMU, under the same settings. */
export const withFormat =
  (format: IommuFormat, settings: Readonly<Record<string, number>>): Make =>
  (size) =>
    machineOf(core, size, {
      cores: (translator) => translator,
      devices: () => instead(size, (setUp) => ({ ...setUp, iommu: format.under(settings) })),
    });

const withReusable = (state: MachineState): MachineState => ({
  ...state,
  dma: { ...state.dma, domains: state.dma.domains.map(reusable) },
});

/** The tables of domains, with one of their edits changed. */
const editing = (change: (tables: SetUp['iommu']['tables']) => Partial<SetUp['iommu']['tables']>) =>
  ((size) =>
    machineOf(core, size, {
      cores: (translator) => translator,
      devices: () =>
        instead(size, ({ iommu, ...of }) => ({
          ...of,
          iommu: { ...iommu, tables: { ...iommu.tables, ...change(iommu.tables) } },
        })),
    })) satisfies Make;

/** What is wrong, by its name. */
export const dmaHoles: readonly (readonly [what: string, make: Make])[] = [
  [
    'a context entry has the wrong domain',
    by(({ attach }) => ({ attach: (world, device, domain) => attach(world, device, 1 - domain) })),
  ],
  ['a context entry stays', by(() => ({ detach: ({ memory }) => memory }))],
  [
    'a leaf has a permission bit too many',
    editing(({ map }) => ({
      map: (memory, base, page, frames) =>
        map(memory, base, { ...page, rights: { ...page.rights, write: true } }, frames),
    })),
  ],
  ['an unmap leaves the leaf', editing(() => ({ unmap: (memory) => edited(memory, [], []) }))],
  [
    'the IOMMU forgets nothing',
    changed(() => ({
      complete: (state) => ({ ...state, dma: { ...state.dma, pending: [] } }),
    })),
  ],
  [
    'tables of a domain are used too early',
    changed(({ dma }) => ({
      unmap: (state, domain, address) => {
        const done = dma.unmap(state, domain, address);
        return typeof done === 'string' ? done : withReusable(done);
      },
    })),
  ],
];
