import type { Json } from '../../solution/message/write-json.ts';

/** Longest line, in UTF-16 units; a longer one is answered with an error. */
export const longestLine = 1024 * 1024;

/** Deepest nesting of a line's JSON. */
export const deepestLine = 64;

/** The JSON object that a line is. */
export type Fields = Readonly<Record<string, unknown>>;

const isObject = (json: unknown): json is Fields =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** A field of the line's own, whatever stands in its prototype. */
export const fieldOf = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

export const textOf = (fields: Fields, name: string): string | undefined => {
  const value = fieldOf(fields, name);
  return typeof value === 'string' ? value : undefined;
};

const isTooDeep = (line: string): boolean => {
  let depth = 0;
  for (const [mark] of line.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > deepestLine) return true;
  }
  return false;
};

/** The JSON object of a line, or what is wrong with it. */
export const readLine = (line: string): Fields | string => {
  if (line.length > longestLine) return `the line is longer than ${String(longestLine)} characters`;
  if (isTooDeep(line)) return `the line nests deeper than ${String(deepestLine)} levels`;
  try {
    const json: unknown = JSON.parse(line);
    return isObject(json) ? json : 'the line is not a JSON object';
  } catch {
    return 'the line is not JSON';
  }
};

const isJson = (value: unknown): value is Json =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** What the answer is to be told apart by; null where there is nothing of the kind. */
export const idOf = (fields: Fields): Json => {
  const id = fieldOf(fields, 'id');
  return isJson(id) ? id : null;
};
