import { absurd } from './defect.ts';
import { isTagged } from './value.ts';
import type { TaggedValue, Value } from './value.ts';
import type { Writer } from './writer.ts';

const kindNumber = {
  integer: 0,
  text: 1,
  boolean: 2,
  unit: 3,
  list: 4,
  record: 5,
  union: 6,
  handle: 7,
  localHandle: 8,
  bytes: 9,
} as const;

const writeInteger = (value: bigint, writer: Writer): void => {
  writer.word(kindNumber.integer);
  writer.text(value.toString(36));
};

const writeTagged = (value: TaggedValue, writer: Writer): void => {
  writer.word(kindNumber[value.kind]);
  switch (value.kind) {
    case 'record':
      writer.word(value.fields.size);
      for (const [name, field] of value.fields) {
        writer.text(name);
        writeValue(field, writer);
      }
      return;
    case 'union':
      writer.text(value.member);
      writeValue(value.value, writer);
      return;
    case 'handle':
      writer.word(value.sid);
      writer.word(value.rights);
      return;
    case 'localHandle':
      writer.word(value.number);
      writer.word(value.rights);
      writer.word(value.badge ?? -1);
      writer.text(value.context?.toString(36) ?? '');
      return;
    case 'bytes':
      writer.text(value.hex);
      return;
    default:
      absurd(value);
  }
};

/** Canonical bytes of a value: equal values, equal bytes. Records count as equal field by field in order. */
export const writeValue = (value: Value, writer: Writer): void => {
  if (typeof value === 'bigint') {
    writeInteger(value, writer);
  } else if (typeof value === 'string') {
    writer.word(kindNumber.text);
    writer.text(value);
  } else if (typeof value === 'boolean') {
    writer.word(kindNumber.boolean);
    writer.word(Number(value));
  } else if (value === null) {
    writer.word(kindNumber.unit);
  } else if (isTagged(value)) {
    writeTagged(value, writer);
  } else {
    writer.word(kindNumber.list);
    writer.word(value.length);
    for (const element of value) writeValue(element, writer);
  }
};
