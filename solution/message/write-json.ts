import { absurd } from '../../model/defect.ts';
import { isTagged } from '../../model/value.ts';
import type { TaggedValue, Value } from '../../model/value.ts';

/** Plain data that JSON can write. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [field: string]: Json };

const integerToJson = (value: bigint): Json => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
};

const taggedToJson = (value: TaggedValue): Json => {
  switch (value.kind) {
    case 'record':
      return Object.fromEntries([...value.fields].map(([name, one]) => [name, valueToJson(one)]));
    case 'union':
      return { [value.member]: valueToJson(value.value) };
    case 'handle':
      return { sid: value.sid, rights: value.rights };
    case 'localHandle':
      return { number: value.number, rights: value.rights };
    case 'bytes':
      return value.hex;
    default:
      return absurd(value);
  }
};

/** A value as JSON: integers beyond 2⁵³ as decimal text, bytes as hexadecimal text. */
export const valueToJson = (value: Value): Json => {
  if (typeof value === 'bigint') return integerToJson(value);
  if (typeof value !== 'object' || value === null) return value;
  return isTagged(value) ? taggedToJson(value) : value.map(valueToJson);
};
