import fc from 'fast-check';
import type { ControlBit } from './control.ts';
import type { ReadWord } from './memory.ts';
import { or, wordOf, wordOfNumber, zero } from './word.ts';
import type { Word } from './word.ts';

const anyHalf = fc.integer({ min: 0, max: 0xffffffff });

export const anyWord: fc.Arbitrary<Word> = fc.record({ high: anyHalf, low: anyHalf });

/** Bytes of the memory that hostile tables lie in. */
export const hostileSize = 2 ** 40;

/** Frames that tables of the tests reference, themselves included, some at the ends of memory. */
export const hostileFrames = [0x1000, 0x2000, 0x3000, 0x4000, 0x80000000, hostileSize - 4096];

/** A word that looks like an entry: a frame, low bits of any kind, and seldom a high one. */
export const anyEntry: fc.Arbitrary<Word> = fc
  .record({
    frame: fc.constantFrom(...hostileFrames),
    low: fc.integer({ min: 0, max: 0xfff }),
    present: fc.constantFrom(7, 1, 3, 0),
    high: fc.constantFrom(zero, zero, zero, wordOf(0x80000000, 0), wordOf(0x10000, 0)),
  })
  .map(({ frame, low, present, high }) =>
    or(or(wordOfNumber(frame), high), wordOf(0, low | present)),
  );

/** Values of control bits; of numbers often what is usual, as few others of T0SZ let a walk begin. */
export const anySettings = ({
  controlBits,
}: {
  readonly controlBits: readonly ControlBit<string>[];
}) =>
  fc.record(
    Object.fromEntries(
      controlBits.map(({ name, bits, usual }) => [
        name,
        fc.oneof(fc.constant(usual), fc.integer({ min: 0, max: 2 ** bits - 1 })),
      ]),
    ),
  );

/** What a walk has read, in order. */
export const spy = (read: ReadWord) => {
  const reads: number[] = [];
  const spying: ReadWord = (address) => {
    reads.push(address);
    return read(address);
  };
  return { reads, spying };
};
