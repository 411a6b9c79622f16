import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWritingSet } from './writing-set.ts';
import { makeKeyWriter } from './writer.ts';
import type { Writer } from './writer.ts';

type Item = number | string;

const write = (writer: Writer, items: readonly Item[]): void => {
  for (const item of items) {
    if (typeof item === 'number') writer.word(item);
    else writer.text(item);
  }
};

describe('makeWritingSet', () => {
  // What comes next follows from what came before: of each length one sequence of kinds.
  const writings = fc.array(
    fc.oneof(
      fc.constant([]),
      fc.tuple(fc.integer({ min: -2, max: 2 })),
      fc.tuple(fc.constantFrom(0xffff_ffff, -1, 0x8000_0000), fc.string({ maxLength: 2 })),
      fc.tuple(fc.nat({ max: 2 }), fc.constantFrom('', 'a', 'ab'), fc.constantFrom('', 'b')),
    ),
    { maxLength: 400 },
  );

  it('numbers what is written as a map of its bytes does [SIM-1]', () => {
    fc.assert(
      fc.property(writings, (items) => {
        const [set, writer] = [makeWritingSet(), makeKeyWriter()];
        const map = new Map<string, number>();
        for (const item of items) {
          write(set, item);
          write(writer, item);
          const key = writer.take();
          const expected = map.get(key) ?? map.size;
          map.set(key, expected);
          expect(set.take()).toBe(expected);
        }
      }),
      { seed: 1 },
    );
  });

  it('grows with long writings and with many [SIM-1]', () => {
    const set = makeWritingSet();
    const long = Array.from({ length: 1000 }, (_, index) => index);
    const numberOf = (items: readonly Item[]): number => {
      write(set, items);
      return set.take();
    };

    const first = Array.from({ length: 5000 }, (_, index) =>
      numberOf([index, `t${String(index)}`]),
    );

    expect(first).toEqual(first.map((_, index) => index));
    expect([numberOf(long), numberOf([7, 't7']), numberOf(long)]).toEqual([5000, 7, 5000]);
  });
});
