import type { Device } from '../../arch/boards/device.ts';
import { abstractMachine } from '../../arch/machine/design.ts';
import { Defect, at } from '../../model/defect.ts';
import { handleId, threadId } from '../../model/ids.ts';
import type { HandleId, ProcessId, ThreadId } from '../../model/ids.ts';
import type { MachineDesign } from '../../arch/machine/design.ts';
import { exploring } from '../../kernel/kernel.ts';
import { findEntry } from '../../kernel/micro/handles/handles.ts';
import type { MicroState } from '../../kernel/micro/objects.ts';
import { planOf } from '../../kernel/micro/plan.ts';
import type { Plan } from '../../kernel/micro/plan.ts';
import { findMade } from '../../kernel/micro/resources.ts';
import type { Resource } from '../../kernel/micro/resources.ts';
import type { Context } from '../../kss/context.ts';
import { layOut } from '../laid-out.ts';
import type { LaidOut } from '../laid-out.ts';
import { dmaFiles } from './solution.ts';
import type { DmaTopology } from './solution.ts';

export type State = MicroState<Context>;

/** What a topology is to the kernel; each process has one thread, of the same number. */
export interface DmaSystem extends LaidOut<DmaTopology> {
  readonly machine: MachineDesign;
  readonly plan: Plan;
}

/** Where the registers of a device are. Units: bytes. */
export const registersAt = (device: number): number => 0xf000_0000 + device * 0x1_0000;

/** The number that the IOMMU knows a device by. */
export const functionOf = (device: number): number => 8 + device;

const deviceAt = (name: string, device: number): Device => ({
  name,
  role: 'storage',
  mmio: [{ base: registersAt(device), bytes: 0x1000 }],
  ports: [],
  lines: [],
  master: { id: { kind: 'pci', function: functionOf(device) }, engine: 'own' },
  source: 'made up for the twin Dma',
});

/** Nothing is mapped, so that the one core has nothing to forget; the IOMMU and devices do it when they come to it. */
export const systemOf = (topology: DmaTopology): DmaSystem => {
  const { share, resources } = topology;
  const limits = { ...exploring, lost: 0, frames: share, resources, handles: resources + 1 };
  const laidOut = layOut('Dma', topology, dmaFiles(topology), limits);
  const machine = abstractMachine({
    cores: 1,
    shootdown: 'delayed',
    peripherals: {
      devices: topology.devices.map(deviceAt),
      iommu: 'vtd',
      doorbell: undefined,
      remapping: false,
    },
  });
  return { ...laidOut, machine, plan: planOf(laidOut.solution, limits, machine) };
};

export const threadOfProcess = (process: ProcessId): ThreadId => threadId(process);

export const deviceName = ({ topology }: DmaSystem, device: number): string =>
  at(topology.devices, device);

/** Who does what it was asked to, by its number: behind the core are the IOMMU, and each device. */
export const agentsOf = ({ topology }: DmaSystem): readonly (readonly [number, string])[] =>
  ['iommu', ...topology.devices].map((name, index) => [1 + index, name] as const);

/** Physical addresses of all frames, in the order of the processes. */
export const framesOf = ({ topology, plan }: DmaSystem): readonly number[] =>
  topology.processes.flatMap((_, process) =>
    Array.from({ length: topology.share }, (__, index) => plan.machine.frame(process, index)),
  );

/** Every number of a table but the kernel's. */
export const numbersOf = ({ limits }: DmaSystem): readonly HandleId[] =>
  Array.from({ length: limits.handles - 1 }, (_, index) => handleId(index + 1));

/** What a number of a process's table names; absent if it names nothing. */
export const findNamed = (
  { numbering }: DmaSystem,
  { objects }: State,
  process: ProcessId,
  handle: HandleId,
): Resource | undefined => {
  const entry = findEntry(objects.handles, process, handle);
  if (entry === undefined) return undefined;
  const place = numbering.place(entry.sid);
  const made =
    place.kind === 'resource' ? findMade(objects.resources, place.process, place.place) : undefined;
  if (made === undefined) throw new Defect('a handle of the twin Dma names nothing that was made');
  return made;
};
