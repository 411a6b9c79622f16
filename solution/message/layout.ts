import type { DataType } from '../data-type.ts';

/**
 * How a type lies in a message: in the constant part, in a composite, or as element of a chunk.
 *
 * Shape:  acyclic, and shared as the type is.
 * Units:  `size`, `offset` and `alignment` in bytes. A size is at least 1, a multiple of the
 *         alignment, and exact up to 2⁵²; what is larger counts as 2⁵².
 * Source: spec/formats/message.md#sizes.
 */
export type Layout = LeafLayout | ArrayLayout | SequenceLayout | StructLayout | UnionLayout;

/** How many bytes something takes, and at multiples of what it may begin. */
export interface Extent {
  readonly size: number;
  readonly alignment: number;
}

export type LeafLayout = Extent &
  Extract<DataType, { readonly kind: 'integer' | 'string' | 'bytes' | 'handle' }>;

export interface ArrayLayout extends Extent {
  readonly kind: 'array';
  readonly element: Layout;
  readonly length: number;
}

export interface SequenceLayout extends Extent {
  readonly kind: 'sequence';
  readonly element: Layout;
  readonly type: Extract<DataType, { readonly kind: 'sequence' }>;
}

/** A struct, or the parameters of a message behind its header; `start` is where the first may lie. */
export interface StructLayout extends Extent {
  readonly kind: 'struct';
  readonly start: number;
  readonly fields: readonly Place[];
}

/** The tag at 0, then the member it selects; all members lie at `start`. */
export interface UnionLayout extends Extent {
  readonly kind: 'union';
  readonly start: number;
  readonly members: readonly Place[];
}

/** A field or member, and where in its composite it begins. */
export interface Place {
  readonly name: string;
  readonly offset: number;
  readonly layout: Layout;
}

/** Of the header: RIID, MID, flags. */
export const headerSize = 8;
/** Of the constant part, whatever is in it, so that the arena begins at a multiple of 8. */
export const messageAlignment = 8;
/** Of a chunk descriptor, and of a handle: two UInt32. */
export const pairOfWords: Extent = { size: 8, alignment: 4 };
export const tagSize = 4;
/** What stands for any larger size: exact as a number, and far beyond every limit. */
export const largest = 2 ** 52;

/** The least multiple of `alignment` that is at least `bytes`. */
export const alignUp = (bytes: number, alignment: number): number =>
  Math.ceil(bytes / alignment) * alignment;

/** The extent of something that takes some bytes: rounded up, and never nothing. */
export const extent = (bytes: number, alignment: number): Extent => ({
  size: Math.min(alignUp(Math.max(bytes, 1), alignment), largest),
  alignment,
});
