import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathsUp, placesOf } from './json-places.ts';

describe('placesOf', () => {
  it('finds values at their paths, and of a member that stands twice the last [LANG-3]', () => {
    const text = '{ "a" : [1, {"b\\"c": [ ]}, "x,]"], "d":0,"d": 7 }';
    const places = placesOf(text, ['', 'a[1]', 'a[1].b"c', 'a[2]', 'd', 'e']);

    expect([...places]).toEqual([
      ['', 0],
      ['a[1]', 12],
      ['a[1].b"c', 21],
      ['a[2]', 27],
      ['d', 46],
    ]);
  });

  it('finds each item of any array where its text begins [LANG-3]', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (items) => {
        const texts = items.map((item) => JSON.stringify(item));
        const paths = items.map((_, index) => `[${String(index)}]`);
        const text = `[${texts.join(' , ')}]`;
        const places = placesOf(text, paths);

        for (const [index, path] of paths.entries()) {
          expect(text.slice(places.get(path)).startsWith(texts[index] ?? '?')).toBe(true);
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('pathsUp', () => {
  it('goes from the inside to the document [LANG-3]', () => {
    expect(pathsUp('tests[0].base')).toEqual(['tests[0].base', 'tests[0]', 'tests', '']);
    expect(pathsUp('[3]')).toEqual(['[3]', '']);
  });
});
