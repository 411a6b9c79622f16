import type { Rights } from '../../../arch/page.ts';
import { at } from '../../../model/defect.ts';
import type { Branded, HandleId, ProcessId, Sid } from '../../../model/ids.ts';
import type { Writer } from '../../../model/writer.ts';

/**
 * What a frame of a process's share is.
 *
 * Shape: `awaits` are the cores of a mask that may still translate to it by what was taken away; `passing`, nothing
 *        uses it any more, and it is used again once they have forgotten that and it was cleared.
 * Source: TLA+ `frame` in tla/memory/Frames.tla.
 */
export type FrameState =
  { readonly kind: 'free' } | { readonly kind: 'used' | 'passing'; readonly awaits: number };

/**
 * A page of memory that is mapped, or that is about to be.
 *
 * Shape: a page whose rights were changed `awaits` the cores of a mask, which may still have the old ones;
 *        `now` are those that the tables give it until then.
 * Units: `physical` is the physical address of its first byte.
 */
export interface MemoryPage {
  readonly physical: number;
  readonly rights: Rights;
  readonly now: Rights;
  readonly awaits: number;
}

/**
 * Where the pages of a region come from: the process's own frames, or a resource that it maps by a handle,
 * from a page of it on. A mapping lasts as long as the handle that it was made by.
 */
export type Backing =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'resource';
      readonly sid: Sid;
      readonly handle: HandleId;
    };

/** A region of an address space: pages in a row, reserved, and in part or whole mapped. Units: `start` in bytes. */
export interface Region {
  readonly start: number;
  readonly pages: readonly (MemoryPage | undefined)[];
  readonly backing: Backing;
}

/** Ports that the threads of a process may use, as long as the handle is held by which they were permitted. */
export interface PortGrant {
  readonly sid: Sid;
  readonly handle: HandleId;
  readonly first: number;
  readonly count: number;
}

/** The memory of one process: its regions, by address, the frames of its share, and the ports that it may use. */
export interface MemoryRow {
  readonly regions: readonly Region[];
  readonly ports: readonly PortGrant[];
  readonly frames: readonly FrameState[];
}

/**
 * The memory of each place for a process. Only the functions of this folder make one; those that change
 * what a process has mapped take a licence and read from it whose.
 */
export type Memory = Branded<readonly MemoryRow[], 'Memory'>;

const memoryOf = (rows: readonly MemoryRow[]): Memory => rows as Memory;

const free: FrameState = { kind: 'free' };
const used: FrameState = { kind: 'used', awaits: 0 };

/** Nothing is mapped, and every frame is free. */
export const noMemory = (processes: number, frames: number): Memory => {
  const row: MemoryRow = {
    regions: [],
    ports: [],
    frames: Array.from({ length: frames }, () => free),
  };
  return memoryOf(Array.from({ length: processes }, () => row));
};

const withRow = (memory: Memory, process: number, row: MemoryRow): Memory =>
  memoryOf(memory.map((old, index) => (index === process ? row : old)));

export const rowOf = (memory: Memory, process: ProcessId): MemoryRow => at(memory, process);

/** The regions of one process are these. */
export const withRegions = (
  memory: Memory,
  process: ProcessId,
  regions: readonly Region[],
): Memory => withRow(memory, process, { ...rowOf(memory, process), regions });

/** The ports that one process may use are these. */
export const withPorts = (
  memory: Memory,
  process: ProcessId,
  ports: readonly PortGrant[],
): Memory => withRow(memory, process, { ...rowOf(memory, process), ports });

/** Frames of one process's share become used. */
export const withUsed = (memory: Memory, process: ProcessId, indices: readonly number[]): Memory =>
  withFrames(memory, process, indices, used);

/** Frames of one process's share are in a state. */
export const withFrames = (
  memory: Memory,
  process: ProcessId,
  indices: readonly number[],
  state: FrameState,
): Memory => {
  if (indices.length === 0) return memory;
  const row = rowOf(memory, process);
  const frames = row.frames.map((old, index) => (indices.includes(index) ? state : old));
  return withRow(memory, process, { ...row, frames });
};

/** The least free frames of a process's share, so many; absent where there are not as many. */
export const findFreeFrames = (
  memory: Memory,
  process: ProcessId,
  count: number,
): readonly number[] | undefined => {
  const found: number[] = [];
  const { frames } = rowOf(memory, process);
  for (let index = 0; index < frames.length && found.length < count; index++)
    if (frames[index]?.kind === 'free') found.push(index);
  return found.length === count ? found : undefined;
};

const rightsBits = ({ read, write, execute, user }: Rights): number =>
  (read ? 1 : 0) + (write ? 2 : 0) + (execute ? 4 : 0) + (user ? 8 : 0);

const encodePage = (page: MemoryPage | undefined, writer: Writer): void => {
  writer.word(page === undefined ? 0 : 1);
  if (page === undefined) return;
  writer.word(Math.floor(page.physical / 2 ** 32));
  writer.word(page.physical >>> 0);
  writer.word(rightsBits(page.rights));
  writer.word(rightsBits(page.now));
  encodeMask(page.awaits, writer);
};

/** A mask has a bit for each device too: more than 32. */
const encodeMask = (mask: number, writer: Writer): void => {
  writer.word(Math.floor(mask / 2 ** 32));
  writer.word(mask >>> 0);
};

/** Canonical bytes of the memory of one process. */
export const encodeMemoryRow = ({ regions, ports, frames }: MemoryRow, writer: Writer): void => {
  writer.word(regions.length);
  for (const { start, pages, backing } of regions) {
    writer.word(Math.floor(start / 2 ** 32));
    writer.word(start >>> 0);
    writer.word(backing.kind === 'own' ? 0 : backing.sid);
    writer.word(backing.kind === 'own' ? 0 : backing.handle);
    writer.word(pages.length);
    for (const page of pages) encodePage(page, writer);
  }
  for (const frame of frames) {
    writer.word({ free: 0, used: 1, passing: 2 }[frame.kind]);
    if (frame.kind !== 'free') encodeMask(frame.awaits, writer);
  }
  writer.word(ports.length);
  for (const { sid, handle, first, count } of ports)
    for (const word of [sid, handle, first, count]) writer.word(word);
};
