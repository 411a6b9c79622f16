import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, tlbFormats } from './catalogue.ts';
import { decode, encode, layout, reserved, withNumbers } from './layout.ts';
import type { Layout } from './layout.ts';
import { and, not, or, zero } from './word.ts';
import type { Word } from './word.ts';

const anyHalf = fc.integer({ min: 0, max: 0xffffffff });
const anyWord = fc.record({ high: anyHalf, low: anyHalf });
const seeded = { seed: 1, numRuns: 500 };
const registers = Object.values(tlbFormats).map((format) => ({ ...format, bytes: 4 as const }));
const all = [...Object.values(formats), ...registers].flatMap((format) =>
  format.layouts.map((one) => [format.name, one.name, one, format.bytes] as const),
);

/** A word as an entry of a kind: bits that it must have are as they must be, those that say nothing 0. */
const entryOf = (format: Layout, word: Word, bytes: 4 | 8): Word => {
  const said = and(word, not(or(format.reserved, format.ignored)));
  const { address, numbers } = decode(format, bytes === 4 ? { ...said, high: 0 } : said);
  return encode(format, { address, numbers });
};

describe('formats of entries', () => {
  it.each(all)('of %s, %s, say what was encoded [ARCH-3]', (_format, _name, one, bytes) => {
    fc.assert(
      fc.property(anyWord, (word) => {
        const entry = entryOf(one, word, bytes);

        expect(encode(one, decode(one, entry))).toEqual(entry);
        expect(decode(one, encode(one, decode(one, word)))).toEqual(decode(one, word));
      }),
      seeded,
    );
  });

  it.each(all)(
    'of %s, %s, give each bit that says something one place [ARCH-3]',
    (_format, _name, one, bytes) => {
      const fixed = encode(one, { address: 0, numbers: {} });
      const silent = or(one.reserved, one.ignored);
      const bits = Array.from({ length: bytes * 8 }, (_, at) => at);
      const saying = bits.filter((at) => {
        const word = at < 32 ? { high: 0, low: 2 ** at } : { high: 2 ** (at - 32), low: 0 };
        const changed = encode(one, decode(one, word));
        return changed.high !== fixed.high || changed.low !== fixed.low;
      });
      const silentBits = bits.filter(
        (at) => (at < 32 ? (silent.low >>> at) & 1 : (silent.high >>> (at - 32)) & 1) === 1,
      );
      const fixedBits = one.fields.flatMap((each) => (each.kind === 'fixed' ? [each.first] : []));

      expect([...saying, ...silentBits, ...fixedBits].sort((a, b) => a - b)).toEqual(bits);
    },
  );

  it('keep the bits of an entry that are not said anew [ARCH-3]', () => {
    const [pml4e] = formats.x86_64.layouts;
    if (pml4e === undefined) throw new Error('no layout');
    const ones = { high: 0xffffffff, low: 0xffffffff };

    expect(withNumbers(pml4e, ones, { 'R/W': 0 })).toEqual({ high: 0xffffffff, low: 0xfffffffd });
  });

  it('are refused where they leave a gap or overlap [GATE-1]', () => {
    expect(() => layout('gap', '', 32, [reserved(0, 3), reserved(5, 31)])).toThrow('gap');
    expect(() => layout('twice', '', 32, [reserved(0, 3), reserved(3, 31)])).toThrow('gap');
    expect(layout('whole', '', 32, [reserved(0, 31)]).ignored).toEqual(zero);
  });
});
