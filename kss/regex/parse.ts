import { characters } from './parse-characters.ts';
import { PatternCursor } from './cursor.ts';
import type { Pattern, PatternFault } from './pattern.ts';

/** Greatest count of a repetition. */
const mostRepeats = 4096;

/** What a text says as a pattern, or the first fault in it. */
export type ParsedPattern =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'fault'; readonly fault: PatternFault };

const emptyText: Pattern = { kind: 'sequence', parts: [] };

/** Anchors and blanks have no effect (C-30). */
const skipIdle = (cursor: PatternCursor): void => {
  cursor.skipBlanks(['^', '$']);
};

/** One part stands for itself. */
const joined = (kind: 'sequence' | 'either' | 'both', parts: readonly Pattern[]): Pattern => {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  return kind === 'sequence' ? { kind, parts } : { kind, of: parts };
};

/** A count; absent where no digit stands. */
const count = (cursor: PatternCursor): number | undefined => {
  cursor.skipBlanks([]);
  let value: number | undefined;
  while (cursor.here !== undefined && /^[0-9]$/.test(cursor.here)) {
    value = Math.min((value ?? 0) * 10 + Number(cursor.here), mostRepeats + 1);
    cursor.take();
  }
  if (value !== undefined && value > mostRepeats) {
    cursor.complain(`a count is at most ${String(mostRepeats)}`);
  }
  cursor.skipBlanks([]);
  return value;
};

/** `{n}`, `{n,}` or `{n,m}`, its brace passed. */
const counted = (cursor: PatternCursor, of: Pattern): Pattern => {
  const least = count(cursor);
  if (least === undefined) cursor.complain('a count is asked for');
  const most = cursor.skip(',') ? count(cursor) : least;
  if (!cursor.skip('}')) cursor.complain('} is asked for');
  if (least !== undefined && most !== undefined && most < least) {
    cursor.complain(`${String(least)} times is more than ${String(most)}`);
  }
  return { kind: 'repeat', of, least: least ?? 0, most };
};

/** What `*`, `+`, `?` or counts make of a part; absent where none stands. */
const findRepeat = (cursor: PatternCursor, of: Pattern): Pattern | undefined => {
  skipIdle(cursor);
  if (cursor.skip('*')) return { kind: 'repeat', of, least: 0, most: undefined };
  if (cursor.skip('+')) return { kind: 'repeat', of, least: 1, most: undefined };
  if (cursor.skip('?')) return { kind: 'repeat', of, least: 0, most: 1 };
  return cursor.skip('{') ? counted(cursor, of) : undefined;
};

const repeats = (cursor: PatternCursor, of: Pattern): Pattern => {
  const repeated = findRepeat(cursor, of);
  return repeated === undefined ? of : cursor.nested(() => repeats(cursor, repeated), emptyText);
};

const group = (cursor: PatternCursor): Pattern => {
  const inner = cursor.nested(() => alternatives(cursor), emptyText);
  if (!cursor.skip(')')) cursor.complain('this group has no closing parenthesis');
  return inner;
};

/** `!` takes the part behind it with its repetitions. */
const item = (cursor: PatternCursor): Pattern => {
  skipIdle(cursor);
  if (cursor.skip('!')) {
    return { kind: 'not', of: cursor.nested(() => item(cursor), emptyText) };
  }
  const atom: Pattern = cursor.skip('(')
    ? group(cursor)
    : { kind: 'characters', set: characters(cursor) };
  return repeats(cursor, atom);
};

const endsSequence = new Set(['|', '&', ')']);

const sequence = (cursor: PatternCursor): readonly Pattern[] => {
  const parts: Pattern[] = [];
  skipIdle(cursor);
  while (cursor.here !== undefined && !endsSequence.has(cursor.here)) {
    parts.push(item(cursor));
    skipIdle(cursor);
  }
  return parts;
};

const conjunction = (cursor: PatternCursor): Pattern => {
  const operands = [sequence(cursor)];
  while (cursor.here === '&') {
    if (operands.at(-1)?.length === 0) cursor.complain('there is nothing to intersect');
    cursor.take();
    operands.push(sequence(cursor));
  }
  if (operands.length > 1 && operands.at(-1)?.length === 0) {
    cursor.complain('there is nothing to intersect');
  }
  return joined(
    'both',
    operands.map((parts) => joined('sequence', parts)),
  );
};

const alternatives = (cursor: PatternCursor): Pattern => {
  const all = [conjunction(cursor)];
  while (cursor.skip('|')) all.push(conjunction(cursor));
  return joined('either', all);
};

/**
 * Reads a pattern. From the loosest to the tightest: `|`, `&`, one behind the other, `!`, repetition.
 *
 * Source: C-30; spec/models/regex.md.
 */
export const parsePattern = (text: string): ParsedPattern => {
  const cursor = new PatternCursor(text);
  const pattern = alternatives(cursor);
  if (cursor.here !== undefined) cursor.complain(`unexpected ${cursor.here}`);
  const { fault } = cursor;
  return fault === undefined ? { kind: 'pattern', pattern } : { kind: 'fault', fault };
};
