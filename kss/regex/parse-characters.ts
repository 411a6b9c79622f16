import {
  anyCharacter,
  charactersOf,
  complement,
  noCharacter,
  oneCharacter,
  unite,
} from './characters.ts';
import type { Characters } from './characters.ts';
import type { PatternCursor } from './cursor.ts';

const rangeOf = (first: string, last: string): Characters =>
  charactersOf([{ first: first.codePointAt(0) ?? 0, last: last.codePointAt(0) ?? 0 }]);

const digits = rangeOf('0', '9');
const blanks = [' ', '\t', '\n', '\r', '\v', '\f'].map(oneCharacter).reduce(unite);
const wordCharacters = [rangeOf('a', 'z'), rangeOf('A', 'Z'), digits, oneCharacter('_')].reduce(
  unite,
);

/** What a backslash and a letter stand for; of other characters it stands for themselves. */
const escapes: ReadonlyMap<string, Characters> = new Map([
  ['d', digits],
  ['D', complement(digits)],
  ['s', blanks],
  ['S', complement(blanks)],
  ['w', wordCharacters],
  ['W', complement(wordCharacters)],
  ['n', oneCharacter('\n')],
  ['r', oneCharacter('\r')],
  ['t', oneCharacter('\t')],
]);

/** What follows a backslash. */
export const escaped = (cursor: PatternCursor): Characters => {
  const { here } = cursor;
  if (here === undefined || (/^[A-Za-z0-9]$/.test(here) && !escapes.has(here))) {
    cursor.complain(here === undefined ? 'nothing is escaped' : `there is no escape \\${here}`);
    return noCharacter;
  }
  cursor.take();
  return escapes.get(here) ?? oneCharacter(here);
};

/** One character or escape of a set. */
const member = (cursor: PatternCursor): Characters => {
  if (cursor.here === '[') cursor.complain('in a set, [ is written \\[');
  const taken = cursor.take();
  if (taken === undefined) return noCharacter;
  return taken === '\\' ? escaped(cursor) : oneCharacter(taken);
};

/** The only code point of a set; absent if it has more. */
const findOnly = ([range, ...others]: Characters): number | undefined =>
  range !== undefined && others.length === 0 && range.first === range.last
    ? range.first
    : undefined;

/** A character, or a range of them; a hyphen at either end of the set is a character. */
const members = (cursor: PatternCursor): Characters => {
  const from = member(cursor);
  cursor.skipBlanks([]);
  if (!cursor.skip('-')) return from;
  cursor.skipBlanks([]);
  if (cursor.here === ']') return unite(from, oneCharacter('-'));
  const [first, last] = [findOnly(from), findOnly(member(cursor))];
  if (first !== undefined && last !== undefined && first <= last) return [{ first, last }];
  cursor.complain('this is no range of characters');
  return noCharacter;
};

/** `[a-z_]` or `[^a-z_]`, its bracket passed. */
const set = (cursor: PatternCursor): Characters => {
  cursor.skipBlanks([]);
  const isComplement = cursor.skip('^');
  cursor.skipBlanks([]);
  if (cursor.here === ']') cursor.complain('this set is empty');
  let all = noCharacter;
  while (cursor.here !== undefined && cursor.here !== ']') {
    all = unite(all, members(cursor));
    cursor.skipBlanks([]);
  }
  if (!cursor.skip(']')) cursor.complain('this set has no closing bracket');
  return isComplement ? complement(all) : all;
};

/** Characters that stand for themselves only behind a backslash. */
const reserved = new Set(['*', '+', '?', '{', '}', ']', ')', '|', '&']);

/** What fits one code point: a character, an escape, a set, or a dot. */
export const characters = (cursor: PatternCursor): Characters => {
  const { here } = cursor;
  if (here === undefined || reserved.has(here)) {
    const isRepeat = here !== undefined && '*+?{'.includes(here);
    const why = isRepeat ? `there is nothing for ${here} to repeat` : `unexpected ${here ?? 'end'}`;
    cursor.complain(why);
    return noCharacter;
  }
  cursor.take();
  if (here === '\\') return escaped(cursor);
  if (here === '[') return set(cursor);
  return here === '.' ? anyCharacter : oneCharacter(here);
};
