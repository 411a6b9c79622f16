import { solutions } from '../corpus.ts';
import type { Texts } from '../corpus.ts';

/**
 * A hostile input of any size.
 *
 * Shape: `most` is the limit in bytes of its format, where that is less than the largest size: its
 *        sizes are that much smaller.
 */
export interface Shape {
  readonly name: string;
  readonly most?: number;
  readonly make: (bytes: number) => Texts | Uint8Array;
}

const perLine = 100;

/** A piece over and over, many to a line. */
export const many = (bytes: number, piece: string): string => {
  const line = `${piece.repeat(perLine)}\n`;
  return line.repeat(Math.max(1, Math.floor(bytes / line.length)));
};

/** Pieces that count themselves, up to a size. */
export const counted = (bytes: number, piece: (index: number) => string): string => {
  const parts: string[] = [];
  for (let length = 0; length < bytes;) {
    const one = piece(parts.length);
    parts.push(one);
    length += one.length;
  }
  return parts.join('');
};

export const enumerated = (bytes: number, item: (index: number) => string): string =>
  counted(
    bytes,
    (index) => `${index === 0 ? '' : ', '}${item(index)}${index % 50 === 49 ? '\n' : ''}`,
  );

const [base = {}] = solutions;

export const withFile = (path: string, text: string): Texts => ({ ...base, [path]: text });
