import type { MachineState } from '../../../arch/machine/state.ts';
import type { EditRefusal } from '../../../arch/page.ts';
import { processId } from '../../../model/ids.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { sure } from '../memory/translations.ts';
import { withMachine } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';

/** Does the machine have an IOMMU? Without one, whatever is asked of it is done and changes nothing. */
export const hasIommu = ({ machine }: Plan): boolean => machine.size.peripherals.iommu !== 'none';

/** The domain that each process has, by its number. */
export const ownDomain = (process: ProcessId): number => process;

/** Whose share a domain is of. */
export const ownerOfDomain = ({ numbering, limits }: Plan, domain: number): ProcessId =>
  processId(
    domain < numbering.processes
      ? domain
      : Math.floor((domain - numbering.processes) / limits.domains),
  );

/** The least domain of a process's share that it has not made; absent where it has made all. */
export const findFreeDomain = (
  { numbering, limits }: Plan,
  { resources }: Objects,
  process: ProcessId,
): number | undefined => {
  const first = numbering.processes + process * limits.domains;
  const made = (resources[process] ?? []).flatMap((one) =>
    one?.kind === 'domain' ? [one.domain] : [],
  );
  return Array.from({ length: limits.domains }, (_, index) => first + index).find(
    (domain) => !made.includes(domain),
  );
};

const rights = { read: true, write: true, execute: false, user: true };

/** The machine with frames in a domain, each at its physical address; or why not. */
const mappedIn = (
  { machine }: Plan,
  state: MachineState,
  domain: number,
  frames: readonly number[],
): MachineState | EditRefusal => {
  let now = state;
  for (const physical of frames) {
    const page = { address: physical, physical, rights, holds: 'memory' } as const;
    const after = machine.dma.map(now, domain, page);
    if (typeof after === 'string') return after;
    now = after;
  }
  return now;
};

/**
 * Lets devices in a domain reach frames.
 *
 * Refuses: `occupied`, where they do; `framesFull`, where there is no frame for a table.
 */
export const withFramesIn = (
  plan: Plan,
  objects: Objects,
  domain: number,
  frames: readonly number[],
): Objects | 'occupied' | 'framesFull' => {
  if (!hasIommu(plan)) return objects;
  const after = mappedIn(plan, objects.machine, domain, frames);
  if (after === 'occupied') return after;
  return after === 'noFrame' ? 'framesFull' : withMachine(objects, sure(after));
};

/**
 * Lets devices in a process's own domain reach frames that it has just taken.
 *
 * Refuses: `framesFull`, where there is no frame for a table.
 * Throws:  `Defect`, where they are reached already.
 */
export const withOwnFrames = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  frames: readonly number[],
): Objects | 'framesFull' => {
  if (!hasIommu(plan)) return objects;
  const after = mappedIn(plan, objects.machine, ownDomain(process), frames);
  return after === 'noFrame' ? 'framesFull' : withMachine(objects, sure(after));
};

const without = (
  { machine }: Plan,
  state: Objects['machine'],
  domain: number,
  frames: readonly number[],
): Objects['machine'] =>
  frames.reduce((now, physical) => {
    const after = machine.dma.unmap(now, domain, physical);
    return after === 'notMapped' ? now : sure(after);
  }, state);

/** Frames that no device is to reach any more, in any domain. */
export const withoutFrames = (plan: Plan, objects: Objects, frames: readonly number[]): Objects =>
  withMachine(
    objects,
    objects.machine.dma.domains.reduce(
      (now, _, domain) => without(plan, now, domain, frames),
      objects.machine,
    ),
  );

/** A domain is no more: no device is in it, and nothing of what its maker has made is. */
export const withoutDomain = (
  plan: Plan,
  objects: Objects,
  domain: number,
  owner: ProcessId,
): Objects => {
  const { dma } = plan.machine;
  const detached = objects.machine.dma.attached.reduce(
    (now, into, device) => (into === domain ? dma.detach(now, device) : now),
    objects.machine,
  );
  const frames = (objects.resources[owner] ?? []).flatMap((made) =>
    made?.kind === 'dma' ? made.frames : [],
  );
  return withMachine(objects, hasIommu(plan) ? without(plan, detached, domain, frames) : detached);
};
