import type { ProcessId } from '../../../model/ids.ts';
import { withMachine } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { devicesOf, findClaimant } from './claims.ts';

/** Devices are told to stop, and leave their domains. Frames that they reach wait until they have (`awaited`). */
const stopped = ({ machine }: Plan, objects: Objects, devices: readonly number[]): Objects =>
  withMachine(
    objects,
    devices.reduce(
      (now, device) => machine.dma.detach(machine.dma.stop(now, device), device),
      objects.machine,
    ),
  );

/** The devices among some that are nobody's any more are told to stop. */
export const withoutUnclaimed = (
  plan: Plan,
  objects: Objects,
  devices: readonly number[],
): Objects =>
  stopped(
    plan,
    objects,
    devices.filter((device) => findClaimant(objects, device) === undefined),
  );

/** The devices of a process that ends are told to stop, before any frame of it comes back. */
export const quiesced = (plan: Plan, objects: Objects, process: ProcessId): Objects =>
  stopped(plan, objects, [...new Set((objects.resources[process] ?? []).flatMap(devicesOf))]);
