import fc from 'fast-check';
import { anyEntry, anyWord, hostileFrames, hostileSize } from '../../test-hostile.ts';
import { or, wordOf, wordOfNumber, zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { HostileTables, Hostility } from '../test-lawful.ts';

const often = <T>(usual: fc.Arbitrary<T>, any: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, any);

const anyFrame = fc.constantFrom(...hostileFrames);

/** Entries that hardware may take for good ones: every Config, seldom with substreams, and an S2T0SZ that S2SL0 agrees with. */
const anySte: fc.Arbitrary<readonly Word[]> = fc
  .record({
    config: fc.integer({ min: 0, max: 7 }),
    pointer: fc.oneof({ weight: 4, arbitrary: fc.constant(0x2000) }, anyFrame),
    most: fc.constantFrom(0, 0, 0, 1),
    ways: fc.integer({ min: 0, max: 3 }),
    second: fc.constantFrom(0x40a0059, 0x40a0059, 0x42a0059, 0x40800a0),
    root: anyFrame,
  })
  .map(({ config, pointer, most, ways, second, root }) => [
    or(wordOfNumber(pointer + config * 2 + 1), wordOf(most * 2 ** 27, 0)),
    wordOf(0, ways),
    wordOf(second, 5),
    wordOfNumber(root),
  ]);

/** Context descriptors of 48 and of 39 bits, with AFFD and without, of small and large addresses. */
const anyCd: fc.Arbitrary<readonly Word[]> = fc
  .record({
    high: fc.constantFrom(0x56202, 0x56202, 0x56200, 0x5620a),
    low: fc.constantFrom(0xc0000010, 0xc0000010, 0xc0000019, 0xc0004010),
    root: anyFrame,
  })
  .map(({ high, low, root }) => [wordOf(high, low), wordOfNumber(root), zero, zero]);

const anyFour: fc.Arbitrary<readonly Word[]> = fc.array(anyWord, { minLength: 4, maxLength: 4 });

/** Descriptors of tables, of pages and blocks of either stage, with rights and without. */
const anyDescriptor = fc
  .tuple(anyFrame, fc.constantFrom(3, 3, 0x443, 0x4ff, 0x4ff, 0x4c3, 0x47f, 0x43, 0x4fd, 0))
  .map(([frame, low]) => or(wordOfNumber(frame), wordOf(0, low)));

/** The stream table where its base says as usual, the descriptor at 0x2000, and descriptors of tables elsewhere. */
const anyTables: fc.Arbitrary<HostileTables> = fc
  .record({
    base: often(
      fc.constantFrom(...[0x100000, 0x100000, 0x100000, hostileSize - 2 ** 16].map(wordOfNumber)),
      anyWord,
    ),
    ste: often(anySte, anyFour),
    cd: often(anyCd, anyFour),
    held: fc.array(fc.oneof({ weight: 8, arbitrary: anyDescriptor }, anyEntry, anyWord), {
      minLength: 1,
      maxLength: 7,
    }),
  })
  .map(({ base, ste, cd, held }) => ({
    base,
    read: (address) => {
      if (address >= hostileSize - 2 ** 24) return undefined;
      const word = (address % 64) / 8;
      if (address >= 0x100000 && address < 0x110000) return ste[word] ?? zero;
      if (address >= 0x2000 && address < 0x3000) return cd[word] ?? zero;
      return held[Math.floor(address / 8) % held.length];
    },
  }));

/**
 * A stream table entry and a descriptor of four words each; four levels of stage 2 for the descriptor, for each of
 * four of stage 1, and for what they reach.
 */
export const smmuHostility: Hostility = { anyTables, mostReads: 4 + (4 + 4) + 4 * (4 + 1) + 4 };
