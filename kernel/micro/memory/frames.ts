import { Defect } from '../../../model/defect.ts';
import type { ProcessId } from '../../../model/ids.ts';
import { processId } from '../../../model/ids.ts';
import { withMachine, withMemory } from '../objects.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { findFreeFrames, rowOf, withFrames, withUsed } from './memory.ts';
import type { FrameState } from './memory.ts';
import { awaited } from './translations.ts';
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

/**
 * What a handle had mapped was taken away, and its frames are used still: until no core can translate by it any
 * more, they do not become of another kind (MEM-5).
 *
 * Source: spec/decisions/0010-frames.md; TLA+ `Settling` in tla/memory/Frames.tla.
 */
export const settling = (plan: Plan, objects: Objects, frames: readonly number[]): Objects => {
  const awaits = awaited(objects);
  return frames.reduce((now, physical) => {
    const { owner, index } = placeOf(plan, physical);
    return withMemory(now, withFrames(now.memory, owner, [index], { kind: 'used', awaits }));
  }, objects);
};

/** May some core still translate to the frame by what a handle had mapped? */
export const isSettling = (plan: Plan, { memory }: Objects, physical: number): boolean => {
  const { owner, index } = placeOf(plan, physical);
  const frame = rowOf(memory, owner).frames[index];
  return frame?.kind === 'used' && frame.awaits !== 0;
};

const free: FrameState = { kind: 'free' };

/** Clears a frame to which nothing leads any more: it may be used again. */
export const recycled = (plan: Plan, objects: Objects, physical: number): Objects => {
  const { owner, index } = placeOf(plan, physical);
  return withMachine(
    withMemory(objects, withFrames(objects.memory, owner, [index], free)),
    plan.machine.clear(objects.machine, physical),
  );
};

/**
 * Frames that something has ceased to use: those that nothing else uses pass, until no core can translate to
 * them any more, and are cleared then.
 *
 * Source: TLA+ `Released` in tla/memory/Frames.tla.
 */
export const released = (plan: Plan, objects: Objects, frames: readonly number[]): Objects => {
  const awaits = awaited(objects);
  return frames.reduce((now, physical) => {
    const { owner, index } = placeOf(plan, physical);
    if (isUsed(now, owner, physical)) return now;
    if (awaits === 0) return recycled(plan, now, physical);
    const passing: FrameState = { kind: 'passing', awaits };
    return withMemory(now, withFrames(now.memory, owner, [index], passing));
  }, objects);
};
