import { absurd } from '../../model/defect.ts';
import { sidOf } from '../../model/ids.ts';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import type { DataType } from '../data-type.ts';

/** What an omitted value of a type is: 0, "", nothing, the first member of a union (C-10, C-11). */
export const defaultOf = (type: DataType): Value => {
  switch (type.kind) {
    case 'integer':
      return 0n;
    case 'string':
      return '';
    case 'bytes':
      return { kind: 'bytes', hex: '' };
    case 'array': {
      const element = defaultOf(type.element);
      return Array.from({ length: type.length }, () => element);
    }
    case 'sequence':
      return [];
    case 'struct':
      return record(type.fields.map((field) => [field.name, defaultOf(field.type)] as const));
    case 'union': {
      const [first] = type.members;
      return { kind: 'union', member: first.name, value: defaultOf(first.type) };
    }
    case 'handle':
      return { kind: 'handle', sid: sidOf(0), rights: 0 };
    case 'unmodelled':
      return 0n;
    default:
      return absurd(type);
  }
};
