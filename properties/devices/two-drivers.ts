import type { IommuKind } from '../../arch/boards/board.ts';
import type { Device } from '../../arch/boards/device.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import type { Peripherals } from '../../arch/machine/peripherals.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Kernel, Limits } from '../../kernel/kernel.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Context } from '../../kss/context.ts';
import { handleId } from '../../model/ids.ts';
import { isByThread } from '../../model/step.ts';
import type { Action, Intent } from '../../model/step.ts';
import type { Value } from '../../model/value.ts';
import { service } from '../generate/belongings.ts';

/** Two drivers that may do anything of a small alphabet under a policy that grants all, and two devices that do anything. */
export const driverFiles: ReadonlyMap<string, string> = new Map([
  ['d/Driver.edl', 'entity d.Driver\n'],
  [
    'init.yaml',
    'entities:\n- name: d.Driver\n  task: first-driver\n- name: d.Driver\n  task: second-driver\n',
  ],
  [
    'security.psl',
    `execute: kl.core.Execute
use nk.base._
use EDL Einit
use EDL kl.core.Core
use EDL d.Driver
execute { grant () }
request { grant () }
response { grant () }
error { grant () }
security { grant () }
`,
  ],
]);

/** Frames and handles enough for one device and one buffer each. */
export const driverLimits: Limits = { ...exploring, handles: 4, resources: 2, frames: 1 };

const registers = 0xf000_0000;
const [diskNumber, netNumber] = [8, 16];

const device = (name: string, place: number, number: number): Device => ({
  name,
  role: 'storage',
  mmio: [{ base: place, bytes: 0x1000 }],
  ports: [],
  lines: [],
  master: { id: { kind: 'pci', function: number }, engine: 'own' },
  source: 'none: it stands for any device with DMA',
});

const devices: readonly Device[] = [
  device('disk', registers, diskNumber),
  device('net', registers + 0x1_0000, netNumber),
];

/** A disk and a network card, behind an IOMMU or behind none. */
export const driverPeripherals = (iommu: IommuKind): Peripherals => ({
  devices,
  iommu,
  doorbell: { base: 0xfee0_0000, bytes: 0x1000 },
  remapping: true,
});

const held = (number: number): Value => ({
  kind: 'localHandle',
  number: handleId(number),
  rights: 0xffff_ffff,
});

/** Either driver wants the disk; the network card stays nobody's, and may act no less. */
const intents: readonly Intent[] = [
  service('io.IO.RegisterMmio', { base: BigInt(registers), size: 4n }),
  service('io.IO.RegisterDma', { size: 4096n, flags: 3n }),
  service('iommu.IOMMU.Attach', { bdf: BigInt(diskNumber) }),
  service('handle.Handle.Close', { handle: held(1) }),
  service('handle.Handle.Close', { handle: held(2) }),
  service('task.Task.Exit', { status: 0n }),
];

/** Before the first frame: memory of nobody, or of the kernel. */
const beforeFrames = 0x4000;

const dmaReads = ({ dma, frame }: Machine, { objects }: DriverState): readonly Action[] => {
  const addresses = [frame(0, 0), frame(1, 0), frame(0, 0) - beforeFrames];
  return devices.flatMap((_, which) =>
    addresses.flatMap((address) => {
      const ways = dma.ways(objects.machine, { device: which, address, kind: 'load' });
      return Array.from({ length: ways }, (__, way): Action => ({
        kind: 'dmaRead',
        device: which,
        address,
        way,
      }));
    }),
  );
};

/** The state of a kernel over any policy. */
export type DriverState = MicroState<Context>;

/** All that drivers, devices and those who were asked to forget can do. */
export const driverOffers = (
  kernel: Kernel<DriverState>,
  machine: Machine,
  state: DriverState,
): readonly Action[] => [
  ...kernel.ready(state).flatMap((by) => intents.map((intent): Action => ({ ...intent, by }))),
  ...kernel.invalidating(state).map((core): Action => ({ kind: 'completeInvalidation', core })),
  ...dmaReads(machine, state),
];

const processes = ['first-driver', 'second-driver'] as const;

/** A step of a run in short: `first-driver: io.IO.RegisterMmio`, `disk: dmaRead`. */
export const shortStep = (action: Action): string => {
  if (isByThread(action)) {
    const what = action.kind === 'call' ? `${action.endpoint}.${action.method}` : action.kind;
    return `${processes[action.by] ?? ''}: ${what}`;
  }
  return 'device' in action ? `${devices[action.device]?.name ?? ''}: ${action.kind}` : action.kind;
};
