import { wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';

/** Units: bytes of the pages of programs. */
export const pageBytes = 0x1000;

/**
 * An address as a format of so many bits can name it. Behind them is the last page that it can name, which no
 * program has, so that the access faults as any to the kernel's half does.
 */
export const named = (address: number, bits: number): Word =>
  wordOfNumber(address < 2 ** bits ? address : 2 ** bits - pageBytes + (address % pageBytes));
