import type { MachineState } from '../../../arch/machine/state.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';

/**
 * The devices that read and write memory, by their numbers.
 *
 * Shape: who may still reach what was taken away is a bit of a mask, and a number of `completeInvalidation`: the cores,
 *        then the IOMMU, then these devices in their order.
 */
const mastersOf = ({ machine }: Plan): readonly number[] =>
  machine.size.peripherals.devices.flatMap(({ master }, device) =>
    master === undefined ? [] : [device],
  );

const maskOf = (agents: readonly number[]): number =>
  agents.reduce((mask, agent) => mask + 2 ** agent, 0);

const hasBit = (mask: number, bit: number): boolean => Math.floor(mask / 2 ** bit) % 2 === 1;

/** The bits of two masks. */
export const union = (one: number, other: number): number => {
  let mask = one;
  for (let bit = 0; 2 ** bit <= other; bit++)
    if (hasBit(other, bit) && !hasBit(one, bit)) mask += 2 ** bit;
  return mask;
};

/** The cores that have translations to forget. */
const waitingCores = ({ machine }: Objects): readonly number[] =>
  machine.cores.flatMap(({ pending }, core) => (pending.length === 0 ? [] : [core]));

/** The cores that have translations to forget, as a mask. */
export const awaitedCores = (objects: Objects): number => maskOf(waitingCores(objects));

/** The agents that are devices which were told to stop and have not come to rest. */
const stopping = (plan: Plan, { machine }: Objects): readonly number[] =>
  mastersOf(plan).flatMap((device, index) =>
    machine.dma.power[device] === 'stopping' ? [machine.cores.length + 1 + index] : [],
  );

/** Those who were asked to forget or to stop, and have not. */
export const awaitedAgents = (plan: Plan, objects: Objects): readonly number[] => {
  const { cores, dma } = objects.machine;
  const iommu = dma.pending.length === 0 ? [] : [cores.length];
  return [...waitingCores(objects), ...iommu, ...stopping(plan, objects)];
};

/** All that may still reach what was just taken away, as a mask. */
export const awaited = (plan: Plan, objects: Objects): number =>
  maskOf(awaitedAgents(plan, objects));

/** The devices that are told to stop and that no IOMMU keeps from any frame, as a mask. */
export const awaitedUnchecked = (plan: Plan, objects: Objects): number =>
  plan.machine.size.peripherals.iommu === 'none' ? maskOf(stopping(plan, objects)) : 0;

/**
 * What an agent does that was asked to: a core or the IOMMU forgets, or a device comes to rest.
 *
 * Result: the very machine given where nothing was asked.
 */
export const settledBy = (plan: Plan, state: MachineState, agent: number): MachineState => {
  const { machine } = plan;
  const cores = state.cores.length;
  if (agent < cores)
    return state.cores[agent]?.pending.length === 0 ? state : machine.complete(state, agent);
  if (agent === cores) return machine.dma.complete(state);
  const device = mastersOf(plan)[agent - cores - 1];
  return device === undefined ? state : machine.dma.rest(state, device);
};
