/**
 * A word of a table, or an address, of up to 64 bits.
 *
 * Shape: two halves, each an unsigned 32-bit integer; `high` is 0 in words of 32 bits. Numbers lose
 *        bits above the 53rd, and bigints are slow where every access reads several words.
 */
export interface Word {
  readonly high: number;
  readonly low: number;
}

const twoTo32 = 2 ** 32;

/** Powers of two, which are looked up faster than they are computed. */
const powers: readonly number[] = Array.from({ length: 53 }, (_, exponent) => 2 ** exponent);

export const power = (exponent: number): number => powers[exponent] ?? 2 ** exponent;

export const zero: Word = { high: 0, low: 0 };

/** A word of two halves, of which the low 32 bits count. */
export const wordOf = (high: number, low: number): Word => ({ high: high >>> 0, low: low >>> 0 });

/** The word of a whole number from 0 to 2^53 - 1. */
export const wordOfNumber = (number: number): Word => wordOf(number / twoTo32, number % twoTo32);

/** The number that a word is; inexact from 2^53 up. */
export const numberOf = ({ high, low }: Word): number => high * twoTo32 + low;

export const isSet = ({ high, low }: Word, at: number): boolean =>
  (((at < 32 ? low : high) >>> (at % 32)) & 1) === 1;

/** The bits `low` to `high` of 32, both included, from a half. */
const part = (half: number, low: number, high: number): number =>
  (half << (31 - high)) >>> (31 - high + low);

/** The number in the bits `first` to `last`, both included; at most 53 of them. */
export const field = (word: Word, first: number, last: number): number => {
  if (last < 32) return part(word.low, first, last);
  if (first >= 32) return part(word.high, first - 32, last - 32);
  return part(word.high, 0, last - 32) * power(32 - first) + (word.low >>> first);
};

/** A word of ones in the bits `first` to `last`, both included. */
export const ones = (first: number, last: number): Word => {
  const half = (from: number): number => {
    const low = Math.max(first - from, 0);
    const high = Math.min(last - from, 31);
    return high < low ? 0 : (0xffffffff >>> (31 - high + low)) << low;
  };
  return wordOf(half(32), half(0));
};

export const and = (one: Word, other: Word): Word =>
  wordOf(one.high & other.high, one.low & other.low);

export const or = (one: Word, other: Word): Word =>
  wordOf(one.high | other.high, one.low | other.low);

export const not = ({ high, low }: Word): Word => wordOf(~high, ~low);

export const isZero = ({ high, low }: Word): boolean => high === 0 && low === 0;

export const isEqual = (one: Word, other: Word): boolean =>
  one.high === other.high && one.low === other.low;

/** Has the word any bit of a mask? */
export const meets = (word: Word, mask: Word): boolean =>
  (word.high & mask.high) !== 0 || (word.low & mask.low) !== 0;

/** The word with the low bits of a number in its bits `first` to `last`. */
export const withField = (word: Word, first: number, last: number, number: number): Word => {
  const mask = ones(first, last);
  const shifted = shiftedUp(wordOfNumber(number), first);
  return or(and(word, not(mask)), and(shifted, mask));
};

const shiftedUp = ({ high, low }: Word, by: number): Word => {
  if (by === 0) return { high, low };
  if (by >= 32) return wordOf(low << (by - 32), 0);
  return wordOf((high << by) | (low >>> (32 - by)), low << by);
};

export const withBit = (word: Word, at: number): Word => or(word, ones(at, at));

/** The word that a text of hexadecimal digits after `0x` stands for, if it has at most 64 bits. */
export const findWord = (text: string): Word | undefined => {
  const [, digits] = /^0[xX]0*([0-9a-fA-F]{1,16})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const padded = digits.padStart(16, '0');
  return wordOf(parseInt(padded.slice(0, 8), 16), parseInt(padded.slice(8), 16));
};

/** `0x`, and the digits that are needed. */
export const formatWord = ({ high, low }: Word): string => {
  const lower = low.toString(16);
  return `0x${high === 0 ? lower : high.toString(16) + lower.padStart(8, '0')}`;
};
