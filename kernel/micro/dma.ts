import { contains } from '../../arch/boards/region.ts';
import { at } from '../../model/defect.ts';
import type { DmaAction, Transferred } from '../../model/step.ts';
import type { Left } from './core.ts';
import { left } from './core.ts';
import { raised } from './devices/interrupts.ts';
import { withMachine } from './objects.ts';
import type { MicroState, Objects } from './objects.ts';
import type { Plan } from './plan.ts';

const wordBytes = 4;

/** What an access ends with that reaches nothing: the device is told no more. */
const aborted = -1;

/** The line that a write to the doorbell raises; absent where it is checked that the device may not. */
const lineOf = ({ machine }: Plan, device: number, value: number): number | undefined => {
  const { devices, remapping } = machine.size.peripherals;
  return !remapping || at(devices, device).lines.includes(value) ? value : undefined;
};

/** A write that is an interrupt reaches no memory. */
const rung = (plan: Plan, objects: Objects, device: number, value: number): Objects => {
  const line = lineOf(plan, device, value);
  return line === undefined ? objects : raised(plan, objects, line);
};

/**
 * An access of a device. The IOMMU translates it, where there is one that sees it, and nothing else decides. Nothing
 * is judged: what devices reach was granted when they were attached.
 *
 * Throws: `Defect`, for a device that is not there, or a way that the access has not.
 */
export const dma = <Context extends object>(
  plan: Plan,
  { objects, context }: MicroState<Context>,
  action: DmaAction,
): Left<Context> => {
  const { machine } = plan;
  const { kind, device, address, way = 0 } = action;
  at(machine.size.peripherals.devices, device);
  const access = { device, address, kind: kind === 'dmaRead' ? 'load' : 'store' } as const;
  const reached = machine.dma.translate(objects.machine, access, way);
  const failed = left(objects, context, { kind: 'faulted', code: aborted }, []);
  if (reached.kind !== 'reached') return failed;
  const physical = reached.physical - (reached.physical % wordBytes);
  const { doorbell } = machine.size.peripherals;
  if (action.kind === 'dmaWrite' && doorbell !== undefined) {
    const isRung = contains(doorbell, { base: physical, bytes: wordBytes });
    if (isRung)
      return left(
        rung(plan, objects, device, action.value),
        context,
        { kind: 'done', result: { kind: 'raised' } },
        [],
      );
  }
  const held = machine.read(objects.machine, physical);
  if (held === undefined) return failed;
  const value = action.kind === 'dmaWrite' ? action.value >>> 0 : held;
  const transferred: Transferred = { device, kind, physical, value };
  const written =
    action.kind === 'dmaWrite'
      ? withMachine(objects, machine.write(objects.machine, physical, value))
      : objects;
  const outcome = { kind: 'done', result: { kind: 'accessed', value } } as const;
  return { ...left(written, context, outcome, []), transfers: [transferred] };
};
