import { Defect, absurd, at as itemAt } from '../../model/defect.ts';
import { isTagged } from '../../model/value.ts';
import type { RecordValue, UnionValue, Value } from '../../model/value.ts';
import { alignUp } from './layout.ts';
import type { Layout, SequenceLayout, StructLayout, UnionLayout } from './layout.ts';
import { bytesOfHex, viewOf } from './octets.ts';
import { numberBehind } from './stand-in.ts';
import { writeTerminated } from './utf8.ts';

/** A chunk of the arena while it is written; `offset` is from the arena's start. */
interface Segment {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The arena while it is written: chunks one after another, in the order in which they are met. */
export interface ArenaWriter {
  readonly segments: Segment[];
  end: number;
}

/** Where a value is written: in the constant part or in a chunk. */
interface Spot {
  readonly view: DataView;
  readonly at: number;
}

const moved = ({ view, at }: Spot, by: number): Spot => ({ view, at: at + by });

/** Adds a chunk to the arena and writes its descriptor; no chunk for no bytes. */
const addChunk = (arena: ArenaWriter, spot: Spot, bytes: Uint8Array, alignment: number): void => {
  if (bytes.length === 0) return;
  const offset = alignUp(arena.end, alignment);
  arena.segments.push({ offset, bytes });
  arena.end = offset + bytes.length;
  spot.view.setUint32(spot.at, offset, true);
  spot.view.setUint32(spot.at + 4, bytes.length, true);
};

const writeInteger = ({ view, at }: Spot, bits: 8 | 16 | 32 | 64, value: bigint): void => {
  switch (bits) {
    case 8:
      view.setUint8(at, Number(BigInt.asUintN(8, value)));
      return;
    case 16:
      view.setUint16(at, Number(BigInt.asUintN(16, value)), true);
      return;
    case 32:
      view.setUint32(at, Number(BigInt.asUintN(32, value)), true);
      return;
    case 64:
      view.setBigUint64(at, BigInt.asUintN(64, value), true);
      return;
    default:
      absurd(bits);
  }
};

const writeSequence = (
  { element }: SequenceLayout,
  values: readonly Value[],
  spot: Spot,
  arena: ArenaWriter,
): void => {
  const bytes = new Uint8Array(values.length * element.size);
  addChunk(arena, spot, bytes, element.alignment);
  writeElements(element, values, { view: viewOf(bytes), at: 0 }, arena);
};

const writeElements = (
  element: Layout,
  values: readonly Value[],
  spot: Spot,
  arena: ArenaWriter,
): void => {
  for (const [index, value] of values.entries()) {
    writeValue(element, value, moved(spot, index * element.size), arena);
  }
};

const writeUnion = (
  { start, members }: UnionLayout,
  { member, value }: UnionValue,
  spot: Spot,
  arena: ArenaWriter,
): void => {
  const tag = members.findIndex(({ name }) => name === member);
  spot.view.setUint32(spot.at, tag, true);
  writeValue(itemAt(members, tag).layout, value, moved(spot, start), arena);
};

/** Writes the fields of a struct, or the parameters of a message. */
export const writeFields = (
  { fields: places }: StructLayout,
  { fields }: RecordValue,
  spot: Spot,
  arena: ArenaWriter,
): void => {
  for (const { name, offset, layout } of places) {
    writeValue(layout, fields.get(name) ?? null, moved(spot, offset), arena);
  }
};

/**
 * Writes a value of a completed message, in which stand-ins are in the place of handles.
 *
 * Throws: `Defect`, for a value that is not of its type.
 */
const writeValue = (layout: Layout, value: Value, spot: Spot, arena: ArenaWriter): void => {
  const isScalar = typeof value !== 'object' || value === null;
  if (isScalar) writeScalar(layout, value, spot, arena);
  else if (isTagged(value)) writeTagged(layout, value, spot, arena);
  else if (layout.kind === 'array') writeElements(layout.element, value, spot, arena);
  else if (layout.kind === 'sequence') writeSequence(layout, value, spot, arena);
  else mistyped(layout);
};

const writeScalar = (
  layout: Layout,
  value: Extract<Value, bigint | string | boolean | null>,
  spot: Spot,
  arena: ArenaWriter,
): void => {
  if (layout.kind === 'integer' && typeof value === 'bigint') {
    writeInteger(spot, layout.bits, value);
  } else if (layout.kind === 'string' && typeof value === 'string') {
    if (value !== '') addChunk(arena, spot, writeTerminated(value), 1);
  } else mistyped(layout);
};

const writeTagged = (
  layout: Layout,
  value: Extract<Value, { readonly kind: string }>,
  spot: Spot,
  arena: ArenaWriter,
): void => {
  if (layout.kind === 'bytes' && value.kind === 'bytes') {
    addChunk(arena, spot, bytesOfHex(value.hex), 1);
  } else if (layout.kind === 'handle' && value.kind === 'handle') {
    spot.view.setUint32(spot.at, numberBehind(value.sid), true);
    spot.view.setUint32(spot.at + 4, value.rights, true);
  } else if (layout.kind === 'struct' && value.kind === 'record') {
    writeFields(layout, value, spot, arena);
  } else if (layout.kind === 'union' && value.kind === 'union') {
    writeUnion(layout, value, spot, arena);
  } else mistyped(layout);
};

const mistyped = ({ kind }: Layout): never => {
  throw new Defect(`a completed message has a value that is not of its type: ${kind}`);
};
