import { faulty } from './complete.ts';
import type { Checked } from './complete.ts';
import type { Extent } from './layout.ts';
import { placementReasons } from './placement.ts';
import type { Chunk } from './placement.ts';

/**
 * A message while it is read.
 *
 * Shape: `chunks` are those that were met; `left` is how many bytes of the arena they leave, so that
 *        no more is read than there is, however descriptors point.
 */
export interface Reading {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  /** Where the arena begins. */
  readonly arena: number;
  readonly chunks: Chunk[];
  left: number;
}

type Taken =
  | { readonly kind: 'taken'; readonly from: number; readonly size: number }
  | Extract<Checked, { readonly kind: 'faulty' }>;

/** Of texts and bytes. */
export const octet: Extent = { size: 1, alignment: 1 };

/** Takes the chunk of the descriptor at a place, if an array of `unit` can lie where it says. */
export const takeChunk = (reading: Reading, at: number, path: string, unit: Extent): Taken => {
  const offset = reading.view.getUint32(at, true);
  const size = reading.view.getUint32(at + 4, true);
  const { alignment } = unit;
  const from = reading.arena + offset;
  if (size === 0) {
    return offset === 0 ? { kind: 'taken', from, size } : faulty(path, placementReasons.empty);
  }
  if (from + size > reading.bytes.length) return faulty(path, placementReasons.outside);
  if (offset % alignment !== 0) return faulty(path, placementReasons.misaligned);
  if (size % unit.size !== 0) return faulty(path, placementReasons.broken);
  reading.left -= size;
  // Chunks that together exceed the arena must overlap.
  if (reading.left < 0) return faulty(path, placementReasons.overlap);
  reading.chunks.push({ path, offset, size, alignment });
  return { kind: 'taken', from, size };
};
