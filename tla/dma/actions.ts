import type { ProcessId } from '../../model/ids.ts';
import type { Action } from '../../model/step.ts';
import { flagBits } from '../../kernel/micro/services/vmm/arguments.ts';
import { processesOf } from '../laid-out.ts';
import { localHandle, serviceCall } from '../service-call.ts';
import {
  agentsOf,
  framesOf,
  functionOf,
  numbersOf,
  registersAt,
  threadOfProcess,
} from './system.ts';
import type { DmaSystem } from './system.ts';

const data = flagBits.read + flagBits.write;

/** The size of one page, where nothing else is meant. Units: bytes; the kernel counts whole pages. */
const size = 1n;

/** What a driver asks of the kernel. */
const driverActions = (system: DmaSystem, process: ProcessId): readonly Action[] => {
  const { devices, drives, makers, traps } = system.topology;
  const name = system.nameOf(process);
  const by = threadOfProcess(process);
  const driven = drives.flatMap(([driver, device]) =>
    driver === name ? [devices.indexOf(device)] : [],
  );
  return [
    ...driven.flatMap((device): readonly Action[] => [
      serviceCall(by, 'io.IO', 'RegisterMmio', { base: BigInt(registersAt(device)), size }),
      ...['Attach', 'Detach'].map((method) =>
        serviceCall(by, 'iommu.IOMMU', method, { bdf: BigInt(functionOf(device)) }),
      ),
    ]),
    ...(makers.includes(name) ? [data, data + flagBits.execute] : []).map((bits) =>
      serviceCall(by, 'io.IO', 'RegisterDma', { size, flags: BigInt(bits) }),
    ),
    ...numbersOf(system).map((number) =>
      serviceCall(by, 'handle.Handle', 'Close', { handle: localHandle(number) }),
    ),
    ...(traps.includes(name) ? [{ kind: 'trap', by, code: 1 } as const] : []),
  ];
};

/** A device reads and writes every frame, in every way that there may be. */
const deviceActions = (system: DmaSystem, device: number): readonly Action[] => {
  // By tables and by what was kept, in the domain that it is in, and in each that it was in.
  const most = 2 * (1 + system.topology.processes.length);
  return framesOf(system).flatMap((address) =>
    Array.from({ length: most }, (_, way) => way).flatMap((way): readonly Action[] => [
      { kind: 'dmaRead', device, address, way },
      { kind: 'dmaWrite', device, address, way, value: device + 1 },
    ]),
  );
};

/** Everything that drivers, devices and the IOMMU may do; those of no sense in a state are left out by `isTried`. */
export const alphabetOf = (system: DmaSystem): readonly Action[] => [
  ...processesOf(system).flatMap((process) => driverActions(system, process)),
  ...system.topology.devices.flatMap((_, device) => deviceActions(system, device)),
  ...agentsOf(system).map(([core]): Action => ({ kind: 'completeInvalidation', core })),
];
