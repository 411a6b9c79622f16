import { absurd } from '../../model/defect.ts';
import { handleId, sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { checkElements, faulty, lengthFault, valid } from './complete.ts';
import type { Checked } from './complete.ts';
import { tagSize } from './layout.ts';
import type {
  ArrayLayout,
  Layout,
  Place,
  SequenceLayout,
  StructLayout,
  UnionLayout,
} from './layout.ts';
import { hexOf, isZero } from './octets.ts';
import { placementReasons } from './placement.ts';
import { nullNumber } from './stand-in.ts';
import { octet, takeChunk } from './take-chunk.ts';
import type { Reading } from './take-chunk.ts';
import { findUtf8Text } from './utf8.ts';

const readInteger = (
  { view }: Reading,
  at: number,
  { bits, signed }: Extract<Layout, { readonly kind: 'integer' }>,
): Value => {
  switch (bits) {
    case 8:
      return BigInt(signed ? view.getInt8(at) : view.getUint8(at));
    case 16:
      return BigInt(signed ? view.getInt16(at, true) : view.getUint16(at, true));
    case 32:
      return BigInt(signed ? view.getInt32(at, true) : view.getUint32(at, true));
    case 64:
      return signed ? view.getBigInt64(at, true) : view.getBigUint64(at, true);
    default:
      return absurd(bits);
  }
};

const tooMany = (bytes: number, limit: number): string =>
  `has ${String(bytes)} bytes, at most ${String(limit)} fit`;

const readText = (reading: Reading, at: number, path: string, limit: number): Checked => {
  const taken = takeChunk(reading, at, path, octet);
  if (taken.kind === 'faulty') return taken;
  const { from, size } = taken;
  if (size === 0) return valid('');
  if (size - 1 > limit) return faulty(path, tooMany(size - 1, limit));
  const bytes = reading.bytes.subarray(from, from + size);
  const zero = bytes.indexOf(0);
  if (zero < 0) return faulty(path, 'does not end in a zero byte');
  if (zero < size - 1) return faulty(path, 'contains a zero byte');
  const text = findUtf8Text(bytes.subarray(0, zero));
  return text === undefined ? faulty(path, 'is not valid UTF-8') : valid(text);
};

const readBytes = (reading: Reading, at: number, path: string, limit: number): Checked => {
  const taken = takeChunk(reading, at, path, octet);
  if (taken.kind === 'faulty') return taken;
  const { from, size } = taken;
  if (size > limit) return faulty(path, tooMany(size, limit));
  return valid({ kind: 'bytes', hex: hexOf(reading.bytes.subarray(from, from + size)) });
};

const readHandle = ({ view }: Reading, at: number): Value => {
  const number = view.getUint32(at, true);
  const rights = view.getUint32(at + 4, true);
  return number === nullNumber
    ? { kind: 'handle', sid: sidOf(0), rights }
    : { kind: 'localHandle', number: handleId(number), rights };
};

const readElements = (
  reading: Reading,
  from: number,
  path: string,
  element: Layout,
  length: number,
): Checked => {
  const places = Array.from({ length }, (_, index) => from + index * element.size);
  return checkElements(path, places, (at, one) => readValue(reading, at, one, element));
};

/** Reads an array in place; one of no elements takes padding. */
const readArray = (
  reading: Reading,
  at: number,
  path: string,
  { element, length, size }: ArrayLayout,
): Checked =>
  isZero(reading.bytes, at + length * element.size, at + size)
    ? readElements(reading, at, path, element, length)
    : faulty(path, placementReasons.padding);

const readSequence = (
  reading: Reading,
  at: number,
  path: string,
  { element, type }: SequenceLayout,
): Checked => {
  const taken = takeChunk(reading, at, path, element);
  if (taken.kind === 'faulty') return taken;
  const length = taken.size / element.size;
  const fault = lengthFault(type, length);
  return fault === undefined
    ? readElements(reading, taken.from, path, element, length)
    : faulty(path, fault);
};

const readUnion = (
  reading: Reading,
  at: number,
  path: string,
  { members, start, size }: UnionLayout,
): Checked => {
  const tag = reading.view.getUint32(at, true);
  const member = members[tag];
  if (member === undefined) return faulty(path, `its tag ${String(tag)} selects no member`);
  const one = readPlace(reading, at, path, member);
  if (one.kind === 'faulty') return one;
  const isClean =
    isZero(reading.bytes, at + tagSize, at + start) &&
    isZero(reading.bytes, at + start + member.layout.size, at + size);
  if (!isClean) return faulty(path, placementReasons.padding);
  return valid({ kind: 'union', member: member.name, value: one.value });
};

const readPlace = (
  reading: Reading,
  at: number,
  path: string,
  { name, offset, layout }: Place,
): Checked => readValue(reading, at + offset, path === '' ? name : `${path}.${name}`, layout);

/** Reads the fields of a struct, or the parameters of a message; between them all is zero. */
export const readFields = (
  reading: Reading,
  at: number,
  path: string,
  { fields: places, start, size }: StructLayout,
): Checked => {
  const fields: (readonly [string, Value])[] = [];
  let end = start;
  for (const place of places) {
    if (!isZero(reading.bytes, at + end, at + place.offset)) {
      return faulty(path, placementReasons.padding);
    }
    const one = readPlace(reading, at, path, place);
    if (one.kind === 'faulty') return one;
    fields.push([place.name, one.value]);
    end = place.offset + place.layout.size;
  }
  return isZero(reading.bytes, at + end, at + size)
    ? valid(record(fields))
    : faulty(path, placementReasons.padding);
};

const readValue = (reading: Reading, at: number, path: string, layout: Layout): Checked => {
  switch (layout.kind) {
    case 'integer':
      return valid(readInteger(reading, at, layout));
    case 'string':
      return readText(reading, at, path, layout.limit);
    case 'bytes':
      return readBytes(reading, at, path, layout.limit);
    case 'handle':
      return valid(readHandle(reading, at));
    case 'array':
      return readArray(reading, at, path, layout);
    case 'sequence':
      return readSequence(reading, at, path, layout);
    case 'struct':
      return readFields(reading, at, path, layout);
    case 'union':
      return readUnion(reading, at, path, layout);
    default:
      return absurd(layout);
  }
};
