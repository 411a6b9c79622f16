import type { MessageFault } from '../../model/security.ts';
import { faulty } from './complete.ts';
import { alignUp } from './layout.ts';
import { isZero } from './octets.ts';

/**
 * A chunk that a descriptor named: not empty, aligned, within the arena.
 *
 * Units: `offset` and `size` in bytes, from the arena's start; `alignment` that of its elements.
 */
export interface Chunk {
  readonly path: string;
  readonly offset: number;
  readonly size: number;
  readonly alignment: number;
}

/** Why bytes that no parameter needs, or the place of a chunk, can be wrong. */
export const placementReasons = {
  outside: 'its chunk lies outside of the arena',
  misaligned: 'its chunk is not aligned',
  broken: 'its chunk is not a whole number of elements',
  overlap: 'its chunk overlaps another one',
  gap: 'before its chunk is a gap',
  padding: 'has padding that is not zero',
  trailing: 'has bytes after its last chunk',
  empty: 'its chunk is empty and has an offset',
} as const;

/** What is wrong with where a chunk lies; absent if nothing is. */
type Misplaced = { readonly kind: 'faulty'; readonly fault: MessageFault } | undefined;

const misplaced = (chunk: Chunk, end: number, arena: Uint8Array): Misplaced => {
  if (chunk.offset < end) return faulty(chunk.path, placementReasons.overlap);
  if (chunk.offset > alignUp(end, chunk.alignment)) return faulty(chunk.path, placementReasons.gap);
  return isZero(arena, end, chunk.offset)
    ? undefined
    : faulty(chunk.path, placementReasons.padding);
};

/**
 * Checks that the chunks fill the arena in some order: each begins at the first aligned place after
 * the one before, the bytes between are zero, and nothing follows the last.
 *
 * Result: the fault of the first in the order of the arena; absent if there is none.
 * Units:  time n log n in the number of chunks, each of which takes a byte at least.
 */
export const findMisplaced = (chunks: readonly Chunk[], arena: Uint8Array): Misplaced => {
  let end = 0;
  for (const chunk of chunks.toSorted((left, right) => left.offset - right.offset)) {
    const fault = misplaced(chunk, end, arena);
    if (fault !== undefined) return fault;
    end = chunk.offset + chunk.size;
  }
  return end === arena.length ? undefined : faulty('', placementReasons.trailing);
};
