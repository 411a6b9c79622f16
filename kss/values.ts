import { isTagged } from '../model/value.ts';
import type { RecordValue, Value } from '../model/value.ts';

/** A field of a dictionary; absent if the value is none, or has no such field. */
export const fieldOf = (value: Value, name: string): Value | undefined =>
  isTagged(value) && value.kind === 'record' ? value.fields.get(name) : undefined;

export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

export const isRecord = (value: Value): value is RecordValue =>
  isTagged(value) && value.kind === 'record';

/** The kinds that `==` tells apart (C-27). */
export type ScalarKind = 'integer' | 'text' | 'boolean' | 'unit';

export const findScalarKind = (value: Value): ScalarKind | undefined => {
  if (value === null) return 'unit';
  if (typeof value === 'bigint') return 'integer';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'boolean' : undefined;
};

/** Greatest SID of this implementation (C-21). */
export const greatestSid = 65535n;

/** An SID in range, as a number; absent for any other value (C-21). */
export const findSid = (value: Value | undefined): number | undefined =>
  typeof value === 'bigint' && value >= 1n && value <= greatestSid ? Number(value) : undefined;
