import { isTagged } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType, Parameter } from '../../solution/data-type.ts';
import type { Chosen } from './message-of.ts';

type Entry = readonly [string, bigint | string];

const join = (key: string, part: string): string => (key === '' ? part : `${key}.${part}`);

const ofFields = (
  key: string,
  parameters: readonly Parameter[],
  { fields }: RecordValue,
): readonly Entry[] =>
  parameters.flatMap(({ name, type }) => {
    const value = fields.get(name);
    return value === undefined ? [] : ofValue(join(key, name), type, value);
  });

const ofElements = (key: string, type: DataType, values: readonly Value[]): readonly Entry[] =>
  values.flatMap((value, index) => ofValue(join(key, `[${String(index)}]`), type, value));

const ofTagged = (key: string, type: DataType, value: Value): readonly Entry[] => {
  if (!isTagged(value)) return [];
  if (type.kind === 'struct' && value.kind === 'record') return ofFields(key, type.fields, value);
  if (value.kind === 'bytes') return [[key, value.hex]];
  if (value.kind === 'handle') {
    return [
      [join(key, 'handle'), BigInt(value.sid)],
      [join(key, 'rights'), BigInt(value.rights)],
    ];
  }
  if (type.kind !== 'union' || value.kind !== 'union') return [];
  const number = type.members.findIndex(({ name }) => name === value.member);
  const member = type.members[number];
  if (member === undefined) return [];
  return [
    [`${key}#`, BigInt(number)],
    ...ofValue(join(key, member.name), member.type, value.value),
  ];
};

const ofValue = (key: string, type: DataType, value: Value): readonly Entry[] => {
  if (typeof value === 'bigint' || typeof value === 'string') return [[key, value]];
  const isList = Array.isArray(value);
  if (isList && type.kind === 'array') return ofElements(key, type.element, value);
  if (isList && type.kind === 'sequence') {
    return [[`${key}#`, BigInt(value.length)], ...ofElements(key, type.element, value)];
  }
  return ofTagged(key, type, value);
};

/** The values of a message's variables: what `messageOf` makes the message of. */
export const chosenOf = ({ parameters, open }: MessageType, message: RecordValue): Chosen => {
  const known = new Set(parameters.map(({ name }) => name));
  const more = [...message.fields].flatMap(([name, value]): readonly Entry[] =>
    open && !known.has(name) && (typeof value === 'bigint' || typeof value === 'string')
      ? [[name, value]]
      : [],
  );
  return new Map([...ofFields('', parameters, message), ...more]);
};
