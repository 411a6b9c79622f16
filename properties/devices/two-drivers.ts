import type { Device } from '../../arch/boards/device.ts';
import type { Machine } from '../../arch/machine/machine.ts';
import { exploring } from '../../kernel/kernel.ts';
import type { Kernel, Limits } from '../../kernel/kernel.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import type { Context } from '../../kss/context.ts';
import { at } from '../../model/defect.ts';
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

const wordBytes = 4;

/** How a driver makes a device its own: by its first registers, else by its first ports; absent where it has neither. */
export const findClaim = ({ mmio: [place], ports: [port] }: Device): Intent | undefined => {
  if (place !== undefined)
    return service('io.IO.RegisterMmio', {
      base: BigInt(place.base),
      size: BigInt(Math.min(wordBytes, place.bytes)),
    });
  return port === undefined
    ? undefined
    : service('io.IO.RegisterPort', { base: BigInt(port.first), size: BigInt(port.count) });
};

/** What attaches a device, which an IOMMU must know by a number. */
const attachmentsOf = ({ master }: Device): readonly Intent[] => {
  if (master === undefined || master.id.kind === 'unremapped') return [];
  const number = master.id.kind === 'pci' ? master.id.function : master.id.stream;
  return [service('iommu.IOMMU.Attach', { bdf: BigInt(number) })];
};

const held = (number: number): Value => ({
  kind: 'localHandle',
  number: handleId(number),
  rights: 0xffff_ffff,
});

/** Either driver wants the first device; the other stays nobody's, and may act no less. */
const intentsOf = (wanted: Device): readonly Intent[] => {
  const claim = findClaim(wanted);
  return [
    ...(claim === undefined ? [] : [claim]),
    service('io.IO.RegisterDma', { size: 4096n, flags: 3n }),
    ...attachmentsOf(wanted),
    service('handle.Handle.Close', { handle: held(1) }),
    service('handle.Handle.Close', { handle: held(2) }),
    service('task.Task.Exit', { status: 0n }),
  ];
};

/** Before the first frame: memory of nobody, or of the kernel. */
const beforeFrames = 0x4000;

/** The state of a kernel over any policy. */
export type DriverState = MicroState<Context>;

/** The word that devices write. It is judged where it goes, and nobody reads it: what memory begins with makes no further states. */
const written = 0;

/** Each device reads and writes a frame of each driver and what is no frame, in every way that the access may go. */
const transfersOf = (
  { dma, frame, size }: Machine,
  { objects }: DriverState,
): readonly Action[] => {
  const addresses = [frame(1, 0), frame(0, 0), frame(0, 0) - beforeFrames];
  const waysOf = (device: number, address: number, kind: 'load' | 'store') =>
    Array.from(
      { length: dma.ways(objects.machine, { device, address, kind }) },
      (_, way) => ({ device, address, way }) as const,
    );
  return size.peripherals.devices.flatMap((_, device) =>
    addresses.flatMap((address) => [
      ...waysOf(device, address, 'load').map((way): Action => ({ kind: 'dmaRead', ...way })),
      ...waysOf(device, address, 'store').map((way): Action => ({
        kind: 'dmaWrite',
        value: written,
        ...way,
      })),
    ]),
  );
};

/** All that drivers, devices and those who were asked to forget can do, on a machine. */
export const driverOffers = (
  kernel: Kernel<DriverState>,
  machine: Machine,
): ((state: DriverState) => readonly Action[]) => {
  const intents = intentsOf(at(machine.size.peripherals.devices, 0));
  return (state) => [
    ...kernel.ready(state).flatMap((by) => intents.map((intent): Action => ({ ...intent, by }))),
    ...kernel.invalidating(state).map((core): Action => ({ kind: 'completeInvalidation', core })),
    ...transfersOf(machine, state),
  ];
};

const processes = ['first-driver', 'second-driver'] as const;

/** A step of a run in short: `first-driver: io.IO.RegisterMmio`, `disk: dmaRead`. */
export const shortStep = (devices: readonly Device[], action: Action): string => {
  if (isByThread(action)) {
    const what = action.kind === 'call' ? `${action.endpoint}.${action.method}` : action.kind;
    return `${processes[action.by] ?? ''}: ${what}`;
  }
  return 'device' in action ? `${at(devices, action.device).name}: ${action.kind}` : action.kind;
};
