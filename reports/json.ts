import type { ExpectationData, SearchData } from './data.ts';
import type { Evidence } from './evidence.ts';
import type { JsonValue } from './json-value.ts';
import { writeJson } from './json-value.ts';

/** The version of the document's format; fields may be added to one. */
export const reportFormat = 'report/1';

/** Data as JSON has it: what is absent is left out. */
type Plain =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain };

const isPlainList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const toJson = (value: Plain): JsonValue => {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (isPlainList(value)) return value.map(toJson);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, part]) =>
      part === undefined ? [] : [[name, toJson(part)]],
    ),
  );
};
