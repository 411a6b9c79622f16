import { sidOf } from '../../model/ids.ts';
import { emptyMessage, record } from '../../model/value.ts';
import type { RecordValue, Value } from '../../model/value.ts';
import type { DataType, MessageType, Parameter } from '../../solution/data-type.ts';
import { defaultOf } from '../../solution/message/default.ts';

/** Values of variables by key; a variable that is not there has its default. */
export type Chosen = ReadonlyMap<string, bigint | string>;

const join = (key: string, part: string): string => (key === '' ? part : `${key}.${part}`);

const numberOf = (chosen: Chosen, key: string): number => {
  const value = chosen.get(key);
  return typeof value === 'bigint' ? Number(value) : 0;
};

const fieldsOf = (key: string, parameters: readonly Parameter[], chosen: Chosen) =>
  parameters.map(({ name, type }) => [name, valueOf(join(key, name), type, chosen)] as const);

const elementsOf = (
  key: string,
  type: DataType,
  length: number,
  chosen: Chosen,
): readonly Value[] =>
  Array.from({ length }, (_, index) => valueOf(join(key, `[${String(index)}]`), type, chosen));

const valueOf = (key: string, type: DataType, chosen: Chosen): Value => {
  switch (type.kind) {
    case 'integer':
    case 'string':
    case 'unmodelled':
      return chosen.get(key) ?? defaultOf(type);
    case 'bytes': {
      const hex = chosen.get(key);
      return typeof hex === 'string' ? { kind: 'bytes', hex } : defaultOf(type);
    }
    case 'array':
      return elementsOf(key, type.element, type.length, chosen);
    case 'sequence':
      return elementsOf(key, type.element, numberOf(chosen, `${key}#`), chosen);
    case 'struct':
      return record(fieldsOf(key, type.fields, chosen));
    case 'union': {
      const member = type.members[numberOf(chosen, `${key}#`)] ?? type.members[0];
      const value = valueOf(join(key, member.name), member.type, chosen);
      return { kind: 'union', member: member.name, value };
    }
    case 'handle': {
      const sid = sidOf(numberOf(chosen, join(key, 'handle')));
      return { kind: 'handle', sid, rights: numberOf(chosen, join(key, 'rights')) };
    }
  }
};

/** Parameters of an open message that are not declared, and are chosen (C-06). */
const undeclared = ({ parameters, open }: MessageType, chosen: Chosen) =>
  open
    ? [...chosen].filter(
        ([key]) => /^[^.#*[\]]+$/.test(key) && !parameters.some(({ name }) => name === key),
      )
    : [];

/** The message of a type in which the variables have the values that were chosen. */
export const messageOf = (type: MessageType, chosen: Chosen): RecordValue => {
  const fields = [...fieldsOf('', type.parameters, chosen), ...undeclared(type, chosen)];
  return fields.length === 0 ? emptyMessage : record(fields);
};
