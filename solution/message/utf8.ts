import { findUtf8Length } from './text.ts';

/** The bits above the payload of each byte but the first. */
const following = 0x80;
/** The least code point that needs a number of bytes; fewer bytes had to be used below it. */
const leastOf = [0, 0, 0x80, 0x800, 0x1_0000] as const;
/** Code points that are turned into text at once. */
const block = 4096;

const writePoint = (bytes: Uint8Array, at: number, point: number, length: number): void => {
  let rest = point;
  for (let index = length - 1; index > 0; index -= 1) {
    bytes[at + index] = following | (rest & 0x3f);
    rest >>>= 6;
  }
  bytes[at] = length === 1 ? rest : (0xf00 >> length) | rest;
};

const lengthOfPoint = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;

/** A text that has UTF-8 (no lone surrogate), followed by a zero byte. */
export const writeTerminated = (text: string): Uint8Array => {
  const bytes = new Uint8Array((findUtf8Length(text) ?? 0) + 1);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    const length = lengthOfPoint(point);
    writePoint(bytes, at, point, length);
    at += length;
  }
  return bytes;
};

/** Bytes that a first byte announces; 0 for a byte that cannot be first. */
const lengthFrom = (first: number): number => {
  if (first < 0x80) return 1;
  if (first < 0xc0) return 0;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : first < 0xf8 ? 4 : 0;
};

/** The code point whose bytes begin at a place; absent if they are none. */
const findPoint = (bytes: Uint8Array, at: number, length: number): number | undefined => {
  const first = bytes[at] ?? 0;
  let point = length === 1 ? first : first & (0x7f >> length);
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if ((byte & 0xc0) !== following) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = leastOf[length];
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return least === undefined || point < least || point > 0x10_ffff || isSurrogate
    ? undefined
    : point;
};

/**
 * The text that bytes are in UTF-8; absent if they are none: overlong, cut off, a surrogate, or
 * beyond U+10FFFF.
 */
export const findUtf8Text = (bytes: Uint8Array): string | undefined => {
  const texts: string[] = [];
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = lengthFrom(bytes[at] ?? 0);
    const point = length === 0 ? undefined : findPoint(bytes, at, length);
    if (point === undefined) return undefined;
    points.push(point);
    if (points.length === block) {
      texts.push(String.fromCodePoint(...points));
      points = [];
    }
    at += length;
  }
  return [...texts, String.fromCodePoint(...points)].join('');
};
