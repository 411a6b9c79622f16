import { describe, expect, it } from 'vitest';
import { all, always, bitwise, constant, isEqual, isLess, linear, not } from './bits.ts';
import type { Condition, IntegerTerm } from './bits.ts';
import { solveIntegers } from './solve-integers.ts';

const unsigned = (key: string, bits: number): IntegerTerm => ({
  kind: 'variable',
  key,
  bits,
  signed: false,
  least: 0n,
  most: (1n << BigInt(bits)) - 1n,
});

const signed = (key: string, bits: number): IntegerTerm => ({
  kind: 'variable',
  key,
  bits,
  signed: true,
  least: -(1n << BigInt(bits - 1)),
  most: (1n << BigInt(bits - 1)) - 1n,
});

const sum = (...of: readonly IntegerTerm[]): IntegerTerm =>
  linear(
    of.map((one) => ({ factor: 1n, of: one })),
    0n,
  );

/** Each way as `11` for what holds, with the values that show it. */
const waysOf = (conditions: readonly Condition[], must: Condition = always) => {
  const solved = solveIntegers(conditions, must);
  if (solved.kind === 'unknown') return solved.why;
  return Object.fromEntries(
    solved.ways.map(({ holds, values }) => [
      holds.map((one) => (one ? '1' : '0')).join(''),
      Object.fromEntries(values),
    ]),
  );
};

const x = unsigned('x', 64);
const y = unsigned('y', 64);

describe('solveIntegers', () => {
  it('finds the stretches between the constants of 64 bits, with the least value of each [POL-4]', () => {
    const top = (1n << 64n) - 1n;

    const ways = waysOf([isLess(x, constant(10n)), isEqual(x, constant(top))]);

    expect(ways).toEqual({ '10': { x: 0n }, '00': { x: 10n }, '01': { x: top } });
  });

  it('finds that a sum of two integers cannot be less than one of them [POL-4]', () => {
    expect(waysOf([isLess(sum(x, y), x)])).toEqual({ '0': { x: 0n, y: 0n } });
  });

  it('decides masks and comparisons of one integer together [POL-4]', () => {
    const low = bitwise('and', x, constant(15n));

    const ways = waysOf([isEqual(low, constant(3n)), isLess(constant(16n), x)]);

    expect(ways).toEqual({
      '00': { x: 0n },
      '10': { x: 3n },
      '01': { x: 17n },
      '11': { x: 19n },
    });
  });

  it('finds no value for a mask that contradicts a comparison [POL-4]', () => {
    const high = bitwise('and', x, constant(0xf0n));

    const ways = waysOf([all([isEqual(high, constant(0x10n)), isLess(x, constant(16n))])]);

    expect(ways).toEqual({ '0': { x: 0n } });
  });

  it('knows the sign: a negative number is less, and its factor counts [POL-4]', () => {
    const s = signed('s', 16);
    const thrice = linear([{ factor: -3n, of: s }], 1n);

    const ways = waysOf([isLess(s, constant(0n)), isLess(constant(6n), thrice)]);

    expect(ways).toEqual({ '00': { s: 0n }, '11': { s: -32768n }, '10': { s: -1n } });
  });

  it('keeps to what must hold [POL-4]', () => {
    const must = not(isLess(x, constant(7n)));

    expect(waysOf([isEqual(bitwise('and', x, constant(1n)), constant(0n))], must)).toEqual({
      '0': { x: 7n },
      '1': { x: 8n },
    });
  });

  it('says that it does not know where the circuit has too many states [POL-4]', () => {
    const bits = Array.from({ length: 20 }, (_, index) =>
      isEqual(bitwise('and', x, constant(1n << BigInt(index))), constant(0n)),
    );

    expect(waysOf(bits)).toBe('its circuit has too many states');
  });

  it('says that it does not know where too many integers are read side by side [POL-4]', () => {
    const seven = Array.from({ length: 7 }, (_, index) => unsigned(`x${String(index)}`, 8));

    expect(waysOf([isLess(sum(...seven), constant(9n))])).toBe(
      'it depends on more than 6 integers at once',
    );
  });
});
