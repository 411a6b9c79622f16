import { handleId } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType } from '../../solution/data-type.ts';

const octet: DataType = { kind: 'integer', bits: 8, signed: false };
const word: DataType = { kind: 'integer', bits: 32, signed: true };
const wide: DataType = { kind: 'integer', bits: 64, signed: false };
const text: DataType = { kind: 'string', limit: 16 };
const raw: DataType = { kind: 'bytes', limit: 1024 };
const handle: DataType = { kind: 'handle', interface: undefined };

const pair: DataType = {
  kind: 'struct',
  name: 'Pair',
  fields: [
    { name: 'a', type: octet },
    { name: 'b', type: text },
  ],
};

const either: DataType = {
  kind: 'union',
  name: 'Either',
  members: [
    { name: 'number', type: wide },
    { name: 'pair', type: pair },
    { name: 'raw', type: raw },
  ],
};

const listOf = (element: DataType, limit: number): DataType => ({
  kind: 'sequence',
  element,
  limit,
});

const typeOf = (...types: readonly DataType[]): MessageType => ({
  parameters: types.map((type, index) => ({ name: `p${String(index)}`, type })),
  open: false,
});

/** Messages of every kind of type, the last of them large; by the number of their method. */
export const wireTypes: readonly MessageType[] = [
  typeOf(),
  typeOf(octet, word, wide),
  typeOf(text, raw),
  typeOf(listOf(octet, 8), listOf(word, 8)),
  typeOf(pair, either),
  typeOf(listOf(pair, 8), handle),
  typeOf({ kind: 'array', element: either, length: 3 }),
  typeOf(listOf(listOf(text, 4), 4)),
  typeOf({ kind: 'unmodelled', name: 'Nowhere' }),
  typeOf(listOf({ kind: 'array', element: pair, length: 0 }, 3), octet),
  typeOf(listOf(octet, 16_777_216)),
  typeOf(listOf(listOf(octet, 16), 1_048_576)),
  typeOf({ kind: 'bytes', limit: 16_777_216 }),
  typeOf({ kind: 'string', limit: 16_777_216 }),
];

const valueOf = (type: DataType): Value => {
  switch (type.kind) {
    case 'integer':
      return 1n;
    case 'string':
      return 'abc';
    case 'bytes':
      return { kind: 'bytes', hex: '00ff' };
    case 'array':
      return Array.from({ length: type.length }, () => valueOf(type.element));
    case 'sequence':
      return [valueOf(type.element), valueOf(type.element)];
    case 'struct':
      return record(type.fields.map((field) => [field.name, valueOf(field.type)] as const));
    case 'union':
      return {
        kind: 'union',
        member: type.members[0].name,
        value: valueOf(type.members[0].type),
      };
    case 'handle':
      return { kind: 'localHandle', number: handleId(3), rights: 7 };
    case 'unmodelled':
      return null;
  }
};

/** A message of a type with something in all its parts. */
export const exampleOf = ({ parameters }: MessageType): RecordValue =>
  record(parameters.map(({ name, type }) => [name, valueOf(type)] as const));
