import { sidOf } from '../model/ids.ts';
import { isTagged, record } from '../model/value.ts';
import { findUtf8Length } from '../solution/message/text.ts';
import type { HandleValue, LocalHandle, RecordValue, Value } from '../model/value.ts';

type Put = (handle: LocalHandle | HandleValue) => Value;

const mapHandles = (value: Value, put: Put): Value => {
  if (typeof value !== 'object' || value === null) return value;
  if (!isTagged(value)) return value.map((inner) => mapHandles(inner, put));
  switch (value.kind) {
    case 'record':
      return mapMessage(value, put);
    case 'union':
      return { kind: 'union', member: value.member, value: mapHandles(value.value, put) };
    case 'localHandle':
    case 'handle':
      return put(value);
    case 'bytes':
      return value;
  }
};

/** The message with every handle in it, of either form, put through a function, in the order in which they stand. */
export const mapMessage = (message: RecordValue, put: Put): RecordValue => {
  const fields = new Map<string, Value>();
  for (const [name, value] of message.fields) fields.set(name, mapHandles(value, put));
  return { kind: 'record', fields };
};

const isPlain = (value: Value): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (!isTagged(value)) return value.every(isPlain);
  switch (value.kind) {
    case 'record': {
      for (const field of value.fields.values()) if (!isPlain(field)) return false;
      return true;
    }
    case 'union':
      return isPlain(value.value);
    case 'bytes':
      return true;
    case 'handle':
      return value.sid === 0;
    case 'localHandle':
      return false;
  }
};

/** Every handle of a message, of either form, in the order in which they stand. */
const allHandles = (
  value: Value,
  found: (LocalHandle | HandleValue)[] = [],
): readonly (LocalHandle | HandleValue)[] => {
  if (typeof value !== 'object' || value === null) return found;
  if (!isTagged(value)) {
    for (const inner of value) allHandles(inner, found);
    return found;
  }
  switch (value.kind) {
    case 'record':
      for (const field of value.fields.values()) allHandles(field, found);
      return found;
    case 'union':
      return allHandles(value.value, found);
    case 'localHandle':
    case 'handle':
      found.push(value);
      return found;
    case 'bytes':
      return found;
  }
};

/** The handles that a message carries, in the order in which they stand; a SID in it is forged. */
export const handlesWithin = (message: RecordValue): readonly LocalHandle[] | 'forged' => {
  if (isPlain(message)) return [];
  const carried: LocalHandle[] = [];
  for (const one of allHandles(message)) {
    if (one.kind === 'localHandle') carried.push(one);
    else if (one.sid !== 0) return 'forged';
  }
  return carried;
};

/** The handle that names nothing, as the engine sees it. */
export const nullHandle: HandleValue = { kind: 'handle', sid: sidOf(0), rights: 0 };

/**
 * A message that was completed as the engine sees it, with the handles that were given in it: the two
 * have the same shape, but for what was omitted.
 */
export const withGivenHandles = (completed: RecordValue, given: RecordValue): RecordValue => {
  if (isPlain(given)) return completed;
  const restore = (done: Value, original: Value | undefined): Value => {
    if (original === undefined || typeof original !== 'object' || original === null) return done;
    if (!isTagged(original)) {
      return Array.isArray(done)
        ? done.map((inner: Value, index) => restore(inner, original[index]))
        : done;
    }
    if (original.kind === 'localHandle') return original;
    if (typeof done !== 'object' || done === null || !isTagged(done)) return done;
    if (done.kind === 'record' && original.kind === 'record') {
      return record(
        [...done.fields].map(([name, value]) => [name, restore(value, original.fields.get(name))]),
      );
    }
    if (done.kind !== 'union') return done;
    const inner =
      original.kind === 'union'
        ? original.value
        : original.kind === 'record'
          ? original.fields.get(done.member)
          : undefined;
    return { kind: 'union', member: done.member, value: restore(done.value, inner) };
  };
  return record(
    [...completed.fields].map(([name, value]) => [name, restore(value, given.fields.get(name))]),
  );
};

/** The message with each handle replaced: by what its receiver gets, or by what the engine may see. */
export const withHandlesFor = (
  message: RecordValue,
  receive: (handle: LocalHandle) => LocalHandle | HandleValue,
): RecordValue =>
  isPlain(message)
    ? message
    : mapMessage(message, (handle) => (handle.kind === 'handle' ? handle : receive(handle)));

/** Units: bytes of the values of a message: 8 an integer or a handle, UTF-8 a text. */
export const bytesOf = (value: Value): number => {
  if (typeof value === 'bigint' || value === null || typeof value === 'boolean') return 8;
  if (typeof value === 'string') return findUtf8Length(value) ?? value.length;
  if (!isTagged(value)) return value.reduce((sum: number, one: Value) => sum + bytesOf(one), 0);
  switch (value.kind) {
    case 'record': {
      let sum = 0;
      for (const field of value.fields.values()) sum += bytesOf(field);
      return sum;
    }
    case 'union':
      return bytesOf(value.value);
    case 'bytes':
      return value.hex.length / 2;
    case 'handle':
    case 'localHandle':
      return 8;
  }
};

/** The message with every handle that is not there any more as the one that names nothing. */
export const withoutMissing = (
  message: RecordValue,
  isThere: (handle: LocalHandle) => boolean,
): RecordValue => {
  if (isPlain(message)) return message;
  const isWhole = allHandles(message).every((one) => one.kind === 'handle' || isThere(one));
  return isWhole
    ? message
    : mapMessage(message, (one) => (one.kind === 'handle' || isThere(one) ? one : nullHandle));
};
