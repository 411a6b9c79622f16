import type { Json } from '../solution/message/write-json.ts';

/** Plain data as JSON can write it: integers of any size, maps as objects, sets as lists. */
export const plain = (value: unknown): Json => {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }
  if (typeof value !== 'object') return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Set) return [...value].map(plain);
  const entries: readonly (readonly [string, unknown])[] =
    value instanceof Map
      ? [...value].map(([key, part]) => [String(key), part])
      : Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([name, part]) => (part === undefined ? [] : [[name, plain(part)]])),
  );
};
