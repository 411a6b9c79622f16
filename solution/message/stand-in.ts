import { absurd } from '../../model/defect.ts';
import { sidOf } from '../../model/ids.ts';
import { isTagged, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import { checkElements, faulty, valid } from './complete.ts';
import type { Checked } from './complete.ts';
import type { Layout, Place } from './layout.ts';

/** What stands on the wire for the handle of nothing. */
export const nullNumber = 0xffff_ffff;

/** The number of a handle whose stand-in has this SID. */
export const numberBehind = (sid: number): number => (sid === 0 ? nullNumber : sid - 1);

/** Bytes of chunks that the elements given so far are going to take. */
export interface Tally {
  bytes: number;
  readonly limit: number;
}

const isUInt32 = (number: number): boolean => number >>> 0 === number;

const standInForHandle = (value: Value, path: string): Checked => {
  if (!isTagged(value)) return valid(value);
  if (value.kind !== 'handle' && value.kind !== 'localHandle') return valid(value);
  if (!isUInt32(value.rights)) return faulty(`${path}.rights`, 'is not a UInt32');
  if (value.kind === 'handle') {
    return value.sid === 0
      ? valid(value)
      : faulty(path, 'is not a number of its sender, but an SID');
  }
  return isUInt32(value.number) && value.number !== nullNumber
    ? valid({ kind: 'handle', sid: sidOf(value.number + 1), rights: value.rights })
    : faulty(path, 'has a number that no table has');
};

const standInForFields = (
  places: readonly Place[],
  given: RecordValue,
  path: string,
  tally: Tally,
): Checked => {
  const fields = new Map(given.fields);
  for (const { name, layout } of places) {
    const value = fields.get(name);
    if (value === undefined) continue;
    const one = standIn(layout, value, path === '' ? name : `${path}.${name}`, tally);
    if (one.kind === 'faulty') return one;
    fields.set(name, one.value);
  }
  return valid(record(fields));
};

const standInForMember = (
  members: readonly Place[],
  value: Value,
  path: string,
  tally: Tally,
): Checked => {
  if (!isTagged(value)) return valid(value);
  if (value.kind === 'record') return standInForFields(members, value, path, tally);
  if (value.kind !== 'union') return valid(value);
  const place = members.find(({ name }) => name === value.member);
  if (place === undefined) return valid(value);
  const one = standIn(place.layout, value.value, `${path}.${value.member}`, tally);
  return one.kind === 'faulty' ? one : valid({ ...value, value: one.value });
};

const standInForList = (
  layout: Extract<Layout, { readonly kind: 'array' | 'sequence' }>,
  given: readonly Value[],
  path: string,
  tally: Tally,
): Checked => {
  if (layout.kind === 'sequence') tally.bytes += given.length * layout.element.size;
  if (tally.bytes > tally.limit) {
    return faulty(path, `does not fit: at most ${String(tally.limit)} bytes do`);
  }
  return checkElements(path, given, (value, at) => standIn(layout.element, value, at, tally));
};

/**
 * Makes a given value such that `completeMessage` can check it: a handle of the sender's table is
 * replaced by a stand-in, a handle whose SID is its number plus one; 0 stays the handle of nothing.
 *
 * Shape:   what is not of its type is left as it is, for `completeMessage` to find.
 * Refuses: a handle that is not a number of its sender; more elements than the limit has bytes for,
 *          so that filling in defaults is bounded by it.
 */
export const standIn = (layout: Layout, value: Value, path: string, tally: Tally): Checked => {
  switch (layout.kind) {
    case 'integer':
    case 'string':
    case 'bytes':
      return valid(value);
    case 'handle':
      return standInForHandle(value, path);
    case 'array':
    case 'sequence':
      return isList(value) ? standInForList(layout, value, path, tally) : valid(value);
    case 'struct':
      return isTagged(value) && value.kind === 'record'
        ? standInForFields(layout.fields, value, path, tally)
        : valid(value);
    case 'union':
      return standInForMember(layout.members, value, path, tally);
    default:
      return absurd(layout);
  }
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
