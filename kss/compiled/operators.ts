import { isTagged } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { findUtf8Length } from '../../solution/message/text.ts';
import { reasons } from '../reasons.ts';
import { isList, isRecord } from '../values.ts';
import type { Frame } from './frame.ts';

/** No value; the reason is left in the frame. */
export const fail = (frame: Frame, why: string): Value | undefined => {
  frame.why = why;
  return undefined;
};

/** Are two scalars of one kind the same (C-27)? */
export const same = (frame: Frame, left: Value, right: Value): Value | undefined => {
  const kind = typeof left;
  const areScalars =
    kind === typeof right && (kind !== 'object' || (left === null && right === null));
  return areScalars ? left === right : fail(frame, reasons.notScalars);
};

/** Reads a field of a composite value; what is absent fails (C-27). */
export const readField = (frame: Frame, value: Value, field: string): Value | undefined => {
  if (!isTagged(value)) return fail(frame, reasons.noField(field));
  switch (value.kind) {
    case 'record': {
      const found = value.fields.get(field);
      return found === undefined ? fail(frame, reasons.noField(field)) : readable(frame, found);
    }
    case 'union':
      return value.member === field
        ? readable(frame, value.value)
        : fail(frame, reasons.noField(field));
    case 'handle':
      if (field === 'handle') return BigInt(value.sid);
      return field === 'rights' ? BigInt(value.rights) : fail(frame, reasons.noField(field));
    default:
      return fail(frame, reasons.noField(field));
  }
};

const readable = (frame: Frame, value: Value): Value | undefined =>
  isTagged(value) && value.kind === 'bytes' ? fail(frame, reasons.unreadable) : value;

/** Reads an element of a list, counted from 0. */
export const readElement = (frame: Frame, list: Value, position: Value): Value | undefined => {
  if (!isList(list) || typeof position !== 'bigint') return fail(frame, reasons.notList);
  const element = position < 0n ? undefined : list[Number(position)];
  return element === undefined
    ? fail(frame, reasons.noElement(position, list.length))
    : readable(frame, element);
};

/** Elements, and bytes of a text (C-29). */
export const sizeOf = (frame: Frame, value: Value): Value | undefined => {
  if (typeof value === 'string') return BigInt(findUtf8Length(value) ?? value.length);
  if (isList(value)) return BigInt(value.length);
  return isRecord(value) ? BigInt(value.fields.size) : fail(frame, reasons.noSize);
};
