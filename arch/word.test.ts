import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  and,
  field,
  findWord,
  formatWord,
  isSet,
  meets,
  not,
  numberOf,
  ones,
  or,
  withBit,
  withField,
  wordOf,
  wordOfNumber,
} from './word.ts';
import type { Word } from './word.ts';

const bigOf = ({ high, low }: Word): bigint => (BigInt(high) << 32n) | BigInt(low);
const wordOfBig = (big: bigint): Word => wordOf(Number(big >> 32n), Number(big & 0xffffffffn));
const anyBig = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n });
/** Two bits in their order, no further apart than a number is exact. */
const anyRange = fc
  .tuple(fc.integer({ min: 0, max: 63 }), fc.integer({ min: 0, max: 52 }))
  .map(([first, more]): [number, number] => [first, Math.min(63, first + more)]);
const seeded = { seed: 1, numRuns: 2000 };

describe('words', () => {
  it('have the fields that integers of any length have [ARCH-3]', () => {
    fc.assert(
      fc.property(anyBig, anyRange, (big, [first, last]) => {
        const mask = (1n << BigInt(last - first + 1)) - 1n;

        expect(BigInt(field(wordOfBig(big), first, last))).toBe((big >> BigInt(first)) & mask);
        expect(bigOf(ones(first, last))).toBe(mask << BigInt(first));
        expect(isSet(wordOfBig(big), first)).toBe(((big >> BigInt(first)) & 1n) === 1n);
      }),
      seeded,
    );
  });

  it('take a field and keep the other bits [ARCH-3]', () => {
    fc.assert(
      fc.property(anyBig, anyRange, fc.maxSafeNat(), (big, [first, last], number) => {
        const mask = ((1n << BigInt(last - first + 1)) - 1n) << BigInt(first);
        const shifted = (BigInt(number) << BigInt(first)) & mask;
        const kept = big & ~mask;

        expect(bigOf(withField(wordOfBig(big), first, last, number))).toBe(kept | shifted);
        expect(bigOf(withBit(wordOfBig(big), first))).toBe(big | (1n << BigInt(first)));
      }),
      seeded,
    );
  });

  it('are joined as integers are [ARCH-3]', () => {
    fc.assert(
      fc.property(anyBig, anyBig, (one, other) => {
        const [left, right] = [wordOfBig(one), wordOfBig(other)];

        expect(bigOf(and(left, right))).toBe(one & other);
        expect(bigOf(or(left, right))).toBe(one | other);
        expect(bigOf(not(left))).toBe(~one & ((1n << 64n) - 1n));
        expect(meets(left, right)).toBe((one & other) !== 0n);
      }),
      seeded,
    );
  });

  it('are read from the text that they are written as, and from numbers [ARCH-3]', () => {
    fc.assert(
      fc.property(anyBig, fc.maxSafeNat(), (big, number) => {
        expect(formatWord(wordOfBig(big))).toBe(`0x${big.toString(16)}`);
        expect(findWord(formatWord(wordOfBig(big)))).toEqual(wordOfBig(big));
        expect(numberOf(wordOfNumber(number))).toBe(number);
      }),
      seeded,
    );
  });

  it.each([['12'], ['0x'], ['0x1g'], [`0x1${'0'.repeat(16)}`], ['-0x1'], ['']])(
    'are not read from %j [LANG-3]',
    (text) => {
      expect(findWord(text)).toBeUndefined();
    },
  );
});
