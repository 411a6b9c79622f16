import fc from 'fast-check';
import { anyEntry, anyWord, hostileFrames, hostileSize } from '../../test-hostile.ts';
import { or, wordOf, wordOfNumber, zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { HostileTables, Hostility } from '../test-lawful.ts';

type Pair = readonly [low: Word, high: Word];

const often = <T>(usual: fc.Arbitrary<T>, any: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: usual }, any);

const anyPair: fc.Arbitrary<Pair> = fc.tuple(anyWord, anyWord);

/** A root entry of the context table at 0x2000, or of one where no memory answers. */
const anyRoot = often<Pair>(
  fc.constantFrom<Pair>(
    [wordOf(0, 0x2001), zero],
    [wordOf(0, 0x2001), zero],
    [wordOfNumber(hostileSize - 4096 + 1), zero],
  ),
  anyPair,
);

/** A context entry that hardware may take for a good one: P, FPD, T, a frame, AW and DID. */
const anyContext = often<Pair>(
  fc
    .record({
      frame: fc.constantFrom(...hostileFrames),
      low: fc.integer({ min: 0, max: 15 }),
      width: fc.integer({ min: 0, max: 4 }),
    })
    .map(({ frame, low, width }) => [
      or(wordOfNumber(frame), wordOf(0, low | (low === 0 ? 0 : 1))),
      wordOf(0, 0x500 + width),
    ]),
  anyPair,
);

/** Entries with the rights to read and write alone besides a frame, of tables that are entered. */
const anyPlain = fc
  .tuple(fc.constantFrom(...hostileFrames), fc.constantFrom(3, 3, 3, 1, 2, 0x83, 0))
  .map(([frame, low]) => or(wordOfNumber(frame), wordOf(0, low)));

/** The root table at 0x1000, the context table at 0x2000, and entries everywhere else. */
const anyTables: fc.Arbitrary<HostileTables> = fc
  .record({
    base: often(
      fc.constantFrom(...[0x1000, 0x1000, 0x1000, hostileSize - 4096].map(wordOfNumber)),
      anyWord,
    ),
    root: anyRoot,
    context: anyContext,
    held: fc.array(fc.oneof({ weight: 6, arbitrary: anyPlain }, anyEntry, anyWord), {
      minLength: 1,
      maxLength: 7,
    }),
  })
  .map(({ base, root, context, held }) => ({
    base,
    read: (address) => {
      if (address >= hostileSize - 2 ** 24) return undefined;
      const page = Math.floor(address / 4096);
      if (page === 1 || page === 2)
        return (page === 1 ? root : context)[address % 16 === 0 ? 0 : 1];
      return held[Math.floor(address / 8) % held.length];
    },
  }));

/** A root entry and a context entry of two words each, and five levels. */
export const vtdHostility: Hostility = { anyTables, mostReads: 9 };
