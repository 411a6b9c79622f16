import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKinds, privileges } from './access.ts';
import type { Access } from './access.ts';
import { formats } from './catalogue.ts';
import type { Format } from './format.ts';
import { address, ignored, layout } from './layout.ts';
import { emptyMemory, reading, unitsOf, writeWord } from './memory.ts';
import type { PhysicalMemory, ReadWord } from './memory.ts';
import { anyEntry, anySettings, anyWord, hostileFrames, hostileSize, spy } from './test-hostile.ts';
import type { Update } from './walk.ts';
import { and, isEqual, not, withBit, wordOf, wordOfNumber, zero } from './word.ts';
import type { Word } from './word.ts';
import { makeX86Format } from './x86-family/format.ts';
import { x86_64Parts } from './x86_64/format.ts';

const seeded = { seed: 1, numRuns: 3000 };
const anyAddress = fc.oneof(
  anyWord,
  fc.integer({ min: 0, max: 2 ** 32 - 1 }).map((low) => wordOf(0, low)),
  fc.integer({ min: 0, max: 2 ** 47 - 1 }).map(wordOfNumber),
);
const anyAccess: fc.Arbitrary<Access> = fc.record({
  address: anyAddress,
  kind: fc.constantFrom(...accessKinds),
  privilege: fc.constantFrom(...privileges),
});

const anyBase = (format: Format) => {
  const good = fc.constantFrom(...hostileFrames.slice(0, 4)).map((frame) => {
    const low = format.name === 'ept' ? 0x5e : 0;
    return wordOfNumber(frame + low);
  });
  return fc.oneof({ weight: 6, arbitrary: good }, anyWord);
};

/** Memory that has an entry at every address: whatever is read is a word of the list. */
const fullOf =
  (words: readonly Word[], bytes: 4 | 8): ReadWord =>
  (address) => {
    const word = words[Math.floor(address / bytes) % words.length] ?? zero;
    return bytes === 4 ? { ...word, high: 0 } : word;
  };

/** Bits that hardware may write: accessed and dirty ones; of long descriptors the access flag and bit 7. */
const hardwareBits: Readonly<Record<Format['name'], Word>> = {
  x86: wordOf(0, 0x60),
  'x86-pae': wordOf(0, 0x60),
  x86_64: wordOf(0, 0x60),
  ept: wordOf(0, 0x300),
  armv5: zero,
  armv7: zero,
  'armv7-lpae': zero,
  armv8: wordOf(0, 0x480),
  'armv8-s2': wordOf(0, 0x480),
};

const mostReads: Readonly<Record<Format['name'], number>> = {
  x86: 2,
  // Four entries are read as CR3 is loaded.
  'x86-pae': 7,
  x86_64: 4,
  ept: 4,
  armv5: 2,
  armv7: 2,
  'armv7-lpae': 3,
  armv8: 4,
  'armv8-s2': 4,
};

const isLawful = (format: Format, read: ReadWord, { address, word }: Update): boolean => {
  const before = read(address) ?? zero;
  const others = not(hardwareBits[format.name]);
  return isEqual(and(before, others), and(word, others));
};

/** What no walk does, whatever the tables hold. */
const lawfulWalks = (format: Format) =>
  fc.property(
    fc.array(fc.oneof({ weight: 4, arbitrary: anyEntry }, anyWord), { minLength: 1, maxLength: 7 }),
    anyBase(format),
    anySettings(format),
    anyAccess,
    (held, base, settings, access) => {
      const end = 2 ** format.physicalBits;
      const { reads, spying } = spy(fullOf(held, format.bytes));
      const walk = format.under(settings).walk(spying, base, access);

      expect(reads.length).toBeLessThanOrEqual(mostReads[format.name]);
      expect(reads.filter((at) => at < 0 || at >= end || at % format.bytes !== 0)).toEqual([]);
      if (walk.kind === 'faulted') return;
      expect(walk.address).toBeGreaterThanOrEqual(0);
      expect(walk.address).toBeLessThan(end);
      expect(walk.updates.filter(({ address }) => !reads.includes(address))).toEqual([]);
      expect(walk.updates.filter((one) => !isLawful(format, spying, one))).toEqual([]);
    },
  );

/** 4-level paging that takes bits 40 up of a PTE for address bits. */
const leaving = makeX86Format({
  ...x86_64Parts,
  levels: (control) => {
    const wide = layout('PTE', '', 64, [ignored(0, 11), address(12, 51), ignored(52, 63)]);
    return x86_64Parts
      .levels(control)
      .map((level) => (level.first === 12 ? { ...level, page: wide } : level));
  },
});

/** 4-level paging that marks the entries it has used by one bit more. */
const scribbling: Format = {
  ...formats.x86_64,
  under: (settings) => {
    const mmu = formats.x86_64.under(settings);
    return {
      ...mmu,
      walk: (read, base, access) => {
        const walk = mmu.walk(read, base, access);
        if (walk.kind === 'faulted') return walk;
        const updates = walk.updates.map((one) => ({ ...one, word: withBit(one.word, 9) }));
        return { ...walk, updates };
      },
    };
  },
};

describe('hostile tables', () => {
  it.each(Object.values(formats).map((format) => [format.name, format] as const))(
    'never make a walk throw, loop, leave physical memory, or write more than its bits: %s [ARCH-3]',
    (_, format) => {
      fc.assert(lawfulWalks(format), seeded);
    },
  );

  it.each([
    ['leaves physical memory', leaving],
    ['writes another bit', scribbling],
  ])('find a walk that %s [GATE-1]', (_, format) => {
    expect(fc.check(lawfulWalks(format), seeded).failed).toBe(true);
  });

  it.each(Object.values(formats).map((format) => [format.name, format] as const))(
    'never make an edit throw or loop, and nothing changes where one is refused: %s [ARCH-3]',
    (_, format) => {
      const slot = fc.tuple(
        fc.constantFrom(...hostileFrames),
        fc.constantFrom(0, 8, 16, 24, 0xff8),
        fc.oneof({ weight: 4, arbitrary: anyEntry }, anyWord),
      );
      fc.assert(
        fc.property(
          fc.array(slot, { maxLength: 12 }),
          anyBase(format),
          anySettings(format),
          fc.constantFrom(0, 0x1000, 0x200000, 0x40000000, 0xffffffff),
          fc.constantFrom(4096, 2 ** 16, 2 ** 20, 2 ** 21, 2 ** 22, 2 ** 24, 2 ** 30, 12345),
          (slots, base, settings, low, bytes) => {
            const memory = slots.reduce<PhysicalMemory>(
              (held, [frame, offset, word]) => writeWord(held, frame + offset, format.bytes, word),
              emptyMemory(hostileSize),
            );
            const before = unitsOf(memory);
            const mmu = format.under(settings);
            const rights = { read: true, write: true, execute: true, user: true };
            const address = wordOf(0, low);
            const page = { address, physical: 0, size: bytes, rights, holds: 'memory' } as const;
            const edits = [
              mmu.map(memory, base, page, hostileFrames),
              mmu.unmap(memory, base, address),
              mmu.protect(memory, base, address, rights),
            ];

            expect(edits).toHaveLength(3);
            expect(unitsOf(memory)).toEqual(before);
          },
        ),
        { seed: 1, numRuns: 1000 },
      );
    },
  );

  it('are read as ones where no memory answers: what is there is not mapped by chance [ARCH-3]', () => {
    const access: Access = { address: zero, kind: 'load', privilege: 'user' };
    const read = reading(emptyMemory(4096), 8);
    const walkOf = (name: 'x86_64' | 'ept', base: number) =>
      formats[name].under({}).walk(read, wordOfNumber(base), access);

    expect(walkOf('x86_64', 0x2000)).toMatchObject({ fault: 'reserved', code: 0xd });
    expect(walkOf('ept', 0x201e)).toMatchObject({ raises: 'EPT misconfiguration' });
  });

  it.each(['armv5', 'armv7'] as const)(
    'end a walk of %s by an external abort where no memory answers, at either level [ARCH-3]',
    (name) => {
      const memory = writeWord(emptyMemory(0x8000), 0x4000, 4, wordOf(0, 0x8071));
      const access: Access = { address: zero, kind: 'load', privilege: 'user' };
      const walkOf = (base: number) =>
        formats[name].under({}).walk(reading(memory, 4), wordOfNumber(base), access);
      const abort = { kind: 'faulted', fault: 'externalOnWalk', raises: 'Data Abort' };

      expect(walkOf(0x8000)).toEqual({ ...abort, level: 1, code: 0xc });
      expect(walkOf(0x4000)).toEqual({ ...abort, level: 2, code: 0x3e });
    },
  );
});
