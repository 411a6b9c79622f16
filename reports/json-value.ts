import { Defect } from '../model/defect.ts';

/** What a JSON document holds. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** Deepest nesting of lists and objects in a document that is read. */
export const deepestJson = 64;

/** Longest document that is read, in UTF-16 units. */
export const longestJson = 32 * 1024 * 1024;

export type ParsedJson =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'faulty'; readonly why: string };

/** A list or an object of the document; false for a scalar. */
const nested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const tooDeep = (value: unknown, left: number): boolean => {
  if (!nested(value)) return false;
  return left === 0 || Object.values(value).some((part) => tooDeep(part, left - 1));
};

const rebuilt = (value: unknown): JsonValue => {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(rebuilt);
  if (!nested(value)) throw new Defect('JSON held what JSON cannot hold');
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(entries.map(([name, part]) => [name, rebuilt(part)]));
};

const parse = (text: string): { readonly value: unknown } | { readonly why: string } => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch {
    return { why: 'not a JSON document' };
  }
};

/** Reads one JSON document; total. */
export const parseJson = (text: string): ParsedJson => {
  if (text.length > longestJson) return { kind: 'faulty', why: 'longer than 32 Mi units' };
  const parsed = parse(text);
  if ('why' in parsed) return { kind: 'faulty', why: parsed.why };
  if (tooDeep(parsed.value, deepestJson)) {
    return { kind: 'faulty', why: `nested deeper than ${String(deepestJson)}` };
  }
  return { kind: 'value', value: rebuilt(parsed.value) };
};

/** A document as bytes are written: two blanks of indentation, a newline at the end. */
export const writeJson = (value: JsonValue): string => `${JSON.stringify(value, undefined, 2)}\n`;
