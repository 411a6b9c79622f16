import { Defect, at } from '../../../model/defect.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { processId } from '../../../model/ids.ts';
import { withMachine, withMemory } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { awaited, awaitedUnchecked, union } from './agents.ts';
import { findFreeFrames, rowOf, withFrames, withUsed } from './memory.ts';
import type { FrameState } from './memory.ts';
import { usesOf } from './uses.ts';

/** Whose share a frame is of, and which of it. */
const placeOf = (
  { machine }: Plan,
  physical: number,
): { readonly owner: ProcessId; readonly index: number } => {
  const owner = machine.ownerOf(physical);
  if (owner.kind !== 'frame') throw new Defect('what is no frame was used as one');
  return { owner: processId(owner.space), index: owner.index };
};

/**
 * Frames of a process's own share, which it is about to use: they hold zeros.
 *
 * Units: physical addresses.
 */
export const takeFrames = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  count: number,
): { readonly objects: Objects; readonly frames: readonly number[] } | 'framesFull' => {
  const indices = findFreeFrames(objects.memory, process, count);
  if (indices === undefined) return 'framesFull';
  return {
    objects: withMemory(objects, withUsed(objects.memory, process, indices)),
    frames: indices.map((index) => plan.machine.frame(process, index)),
  };
};

/** Does the process itself, or a buffer of anyone's, use the frame? */
const isUsed = (objects: Objects, owner: ProcessId, physical: number): boolean =>
  rowOf(objects.memory, owner).regions.some(
    ({ backing, pages }) =>
      backing.kind === 'own' && pages.some((page) => page?.physical === physical),
  ) || usesOf(objects, physical).length > 0;

const free: FrameState = { kind: 'free' };

/** Clears a frame to which nothing leads any more: it may be used again. */
export const recycled = (plan: Plan, objects: Objects, physical: number): Objects => {
  const { owner, index } = placeOf(plan, physical);
  return withMachine(
    withMemory(objects, withFrames(objects.memory, owner, [index], free)),
    plan.machine.clear(objects.machine, physical),
  );
};

/** Who may still reach a frame by what was taken away, as a mask. */
export const awaitedFor = (plan: Plan, { memory }: Objects, physical: number): number => {
  const { owner, index } = placeOf(plan, physical);
  const frame = at(rowOf(memory, owner).frames, index);
  return frame.kind === 'free' ? 0 : frame.awaits;
};

/**
 * Pages of which a translation was just taken away: who is to forget it may still have it. Registers of devices are
 * no frames, and nothing waits for them.
 *
 * Source: TLA+ `Awaiting` in tla/memory/Frames.tla.
 */
export const awaiting = (plan: Plan, objects: Objects, pages: readonly number[]): Objects => {
  const awaits = awaited(plan, objects);
  if (awaits === 0) return objects;
  const frames = pages.filter((page) => plan.machine.ownerOf(page).kind === 'frame');
  return frames.reduce((now, physical) => {
    const { owner, index } = placeOf(plan, physical);
    return withMemory(now, withFrames(now.memory, owner, [index], { kind: 'used', awaits }));
  }, objects);
};

/**
 * Frames that something has ceased to use: those that nothing else uses pass, until no core can translate to
 * them any more, and are cleared then.
 *
 * Source: TLA+ `Released` in tla/memory/Frames.tla.
 */
export const released = (plan: Plan, objects: Objects, frames: readonly number[]): Objects =>
  frames.reduce((now, physical) => {
    const { owner, index } = placeOf(plan, physical);
    if (isUsed(now, owner, physical)) return now;
    const awaits = union(awaitedFor(plan, now, physical), awaitedUnchecked(plan, now));
    if (awaits === 0) return recycled(plan, now, physical);
    const passing: FrameState = { kind: 'passing', awaits };
    return withMemory(now, withFrames(now.memory, owner, [index], passing));
  }, objects);
