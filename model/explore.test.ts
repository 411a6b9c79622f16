import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { component } from './component.ts';
import { explore } from './explore.ts';
import type { Explorable } from './explore.ts';
import { makeVectorSet } from './vector-set.ts';
import { record } from './value.ts';
import type { Value } from './value.ts';
import { writeValue } from './write-value.ts';
import { makeKeyWriter } from './writer.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A grid of steps to the right and up, to be searched up to an edge. */
const grid = (size: number, bad?: Point): Explorable<{ readonly at: Point }, 'right' | 'up'> => ({
  initial: { at: { x: 0, y: 0 } },
  components: [
    component(
      'at',
      ({ at }: { readonly at: Point }) => at,
      ({ x, y }, writer) => {
        writer.word(x);
        writer.word(y);
      },
    ),
  ],
  offers: ({ at }) => [
    ...(at.x < size ? (['right'] as const) : []),
    ...(at.y < size ? (['up'] as const) : []),
  ],
  step: ({ at: { x, y } }, label) => ({
    next: { at: label === 'right' ? { x: x + 1, y } : { x, y: y + 1 } },
    name: label,
  }),
  broken: ({ at }) => (at.x === bad?.x && at.y === bad.y ? ['reached'] : []),
});

describe('explore', () => {
  it('finds every state once, and counts edges by name [SIM-1]', () => {
    expect(explore(grid(9), { states: 1000 })).toEqual({
      states: 100,
      edges: 180,
      depth: 19,
      complete: true,
      actions: new Map([
        ['right', 90],
        ['up', 90],
      ]),
      violations: [],
    });
  });

  it('tells a shortest way to what is broken [OBJ-1]', () => {
    const { violations } = explore(grid(9, { x: 2, y: 1 }), { states: 1000 });

    expect(violations.map(({ property, trace }) => [property, trace.length])).toEqual([
      ['reached', 3],
    ]);
  });

  it('says that it is not complete where it met its bound [SIM-1]', () => {
    expect(explore(grid(9), { states: 50 }).complete).toBe(false);
    expect(explore(grid(1), { states: 4 }).states).toBe(4);
  });
});

describe('makeVectorSet', () => {
  it('numbers vectors as a map of their texts does [SIM-1]', () => {
    const vectors = fc.array(
      fc.tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 9 })),
      { maxLength: 300 },
    );

    fc.assert(
      fc.property(vectors, (items) => {
        const set = makeVectorSet(2);
        const map = new Map<string, number>();
        for (const item of items) {
          const key = item.join();
          const expected = map.get(key) ?? map.size;
          map.set(key, expected);
          expect(set.add(Int32Array.from(item))).toBe(expected);
        }
        return set.size() === map.size;
      }),
      { seed: 1 },
    );
  });

  it('grows, and gives back what was put in [SIM-1]', () => {
    const set = makeVectorSet(1);
    for (let item = 0; item < 20_000; item++) set.add(Int32Array.of(item * 7));
    const target = new Int32Array(1);

    set.read(12_345, target);

    expect([set.size(), target[0], set.add(Int32Array.of(7))]).toEqual([20_000, 86_415, 1]);
  });
});

describe('writeValue', () => {
  const bytesOf = (value: Value): string => {
    const writer = makeKeyWriter();
    writeValue(value, writer);
    return writer.take();
  };

  const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.bigInt({ min: -300n, max: 300n }),
      fc.string({ maxLength: 3 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 3 }),
      fc
        .array(fc.tuple(fc.string({ maxLength: 2 }), tie('value')), { maxLength: 2 })
        .map((entries) => record(entries)),
      fc.record({ kind: fc.constant('bytes' as const), hex: fc.constantFrom('', '00', 'ff00') }),
    ),
  })).value;

  const plain = (value: Value): string =>
    JSON.stringify(value, (_, one: unknown) => {
      if (typeof one === 'bigint') return { integer: String(one) };
      return one instanceof Map ? { fields: [...one] } : one;
    });

  it('gives equal bytes to equal values, and to no others [SIM-1]', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        expect(bytesOf(left) === bytesOf(right)).toBe(plain(left) === plain(right));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
