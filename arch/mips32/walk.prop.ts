import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKinds, privileges } from '../access.ts';
import type { Access } from '../access.ts';
import type { PageHalf, PagePair, TlbEntry, TlbFormat } from '../software-tlb.ts';
import { numberOf, wordOf } from '../word.ts';
import { makeMips32, mips32, mips32Parts } from './format.ts';

const seeded = { seed: 1, numRuns: 2000 };
const anyWord = fc.integer({ min: 0, max: 0xffffffff }).map((low) => wordOf(0, low));
/** Words that look like what an entry is made of, so that entries match. */
const nearby = fc.integer({ min: 0, max: 0xffff }).map((low) => wordOf(0, low));
const anyRegister = fc.oneof(anyWord, nearby);
const anyEntry: fc.Arbitrary<TlbEntry> = fc.record({
  entryHi: anyRegister,
  entryLo0: anyRegister,
  entryLo1: anyRegister,
  pageMask: fc.oneof(
    fc.constantFrom(0, 0x6000, 0x1fffe000).map((low) => wordOf(0, low)),
    anyWord,
  ),
});
const anyAccess: fc.Arbitrary<Access> = fc.record({
  address: anyRegister,
  kind: fc.constantFrom(...accessKinds),
  privilege: fc.constantFrom(...privileges),
});
const anyAsid = fc.integer({ min: 0, max: 255 });

/** What no walk does, whatever the TLB holds. */
const lawfulWalks = ({ walk }: TlbFormat) =>
  fc.property(
    fc.array(anyEntry, { maxLength: 16 }),
    anyAsid,
    anyAccess,
    (entries, asid, access) => {
      const walked = walk({ asid, entries }, access);

      if (walked.kind === 'faulted') return;
      expect(walked.updates).toEqual([]);
      expect(walked.address).toBeGreaterThanOrEqual(0);
      expect(walked.address).toBeLessThan(2 ** 32);
    },
  );

/** Pairs of pages that do not overlap, of two sizes, of users and of the kernel, of two ASIDs or of all. */
const anyHalf = fc.option(
  fc.record({
    frame: fc.integer({ min: 0, max: 7 }),
    write: fc.boolean(),
    holds: fc.constantFrom('memory' as const, 'device' as const),
  }),
  { nil: undefined },
);
const anyPair = fc.record({
  even: anyHalf,
  odd: anyHalf,
  asid: fc.constantFrom(1, 2, 'all' as const),
});
const anyPairs: fc.Arbitrary<readonly PagePair[]> = fc
  .array(anyPair, { maxLength: 8 })
  .map((pairs) =>
    pairs.map(({ even, odd, asid }, index) => {
      const size = index % 2 === 0 ? 4096 : 2 ** 14;
      const isUsers = index % 4 < 2;
      const halfOf = (half: typeof even): PageHalf | undefined => {
        if (half === undefined) return undefined;
        const { frame, write, holds } = half;
        const rights = { read: true, write, execute: true, user: isUsers };
        return { physical: 0x80000000 + frame * size, rights, holds };
      };
      const address = wordOf(0, (isUsers ? 0 : 0xc0000000) + index * 0x8000);
      return { address, size, asid, even: halfOf(even), odd: halfOf(odd) };
    }),
  );
const anyNearAccess: fc.Arbitrary<Access> = fc.record({
  address: fc
    .tuple(
      fc.constantFrom(0, 0x80000000, 0xa0000000, 0xc0000000),
      fc.integer({ min: 0, max: 0x47fff }),
    )
    .map(([base, offset]) => wordOf(0, base + offset)),
  kind: fc.constantFrom(...accessKinds),
  privilege: fc.constantFrom(...privileges),
});

/** What an abstract map of pages says, in words that no format knows. */
const expected = (pairs: readonly PagePair[], asid: number, access: Access): string => {
  const { privilege, kind } = access;
  const at = numberOf(access.address);
  if (at >= 2 ** 31 && privilege === 'user') return 'addressError';
  if (at >= 2 ** 31 && at < 0xc0000000) return String(at % 2 ** 29);
  const pair = pairs.find(({ address, size, asid: of }) => {
    const offset = at - numberOf(address);
    return offset >= 0 && offset < 2 * size && (of === 'all' || of === asid);
  });
  if (pair === undefined) return 'notPresent';
  const offset = at - numberOf(pair.address);
  const half = offset < pair.size ? pair.even : pair.odd;
  if (half === undefined) return 'invalid';
  if (kind === 'store' && !half.rights.write) return 'modified';
  return String(half.physical + (offset % pair.size));
};

const agreement = ({ walk, entryOf }: TlbFormat) =>
  fc.property(anyPairs, fc.constantFrom(1, 2), anyNearAccess, (pairs, asid, access) => {
    const entries = pairs.map(entryOf).filter((entry) => typeof entry !== 'string');
    const walked = walk({ asid, entries }, access);

    expect(entries).toHaveLength(pairs.length);
    expect(walked.kind === 'translated' ? String(walked.address) : walked.fault).toBe(
      expected(pairs, asid, access),
    );
  });

const holes: readonly (readonly [string, TlbFormat])[] = [
  ['does not see D', makeMips32({ ...mips32Parts, permits: () => true })],
  [
    'does not see V',
    makeMips32({
      ...mips32Parts,
      matchesOf: (tlb, address) =>
        mips32Parts.matchesOf(tlb, address).map((match) => ({ ...match, valid: true })),
    }),
  ],
  [
    'takes users for the kernel',
    makeMips32({
      ...mips32Parts,
      findSegment: (address) => mips32Parts.findSegment(address, 'kernel'),
    }),
  ],
  [
    'takes every page for global',
    makeMips32({
      ...mips32Parts,
      matchesOf: (tlb, address) =>
        [1, 2].flatMap((asid) => mips32Parts.matchesOf({ ...tlb, asid }, address)),
    }),
  ],
  [
    'sets D of every page',
    {
      ...mips32,
      entryOf: (pair) => {
        const entry = mips32.entryOf(pair);
        if (typeof entry === 'string') return entry;
        const dirty = wordOf(0, entry.entryLo0.low | 0b100);
        return { ...entry, entryLo0: dirty };
      },
    },
  ],
];

describe('a TLB that software fills', () => {
  it('never makes a walk throw or leave physical memory, whatever it holds: mips32 [ARCH-3]', () => {
    fc.assert(lawfulWalks(mips32), seeded);
  });

  it('agrees with an abstract map of pages: mips32 [ARCH-3]', () => {
    fc.assert(agreement(mips32), seeded);
  });

  it('has its laws broken by a walk that leaves physical memory [GATE-1]', () => {
    const leaving = makeMips32({
      ...mips32Parts,
      matchesOf: (tlb, address) =>
        mips32Parts.matchesOf(tlb, address).map((match) => ({ ...match, address: 2 ** 32 })),
    });

    expect(fc.check(lawfulWalks(leaving), seeded).failed).toBe(true);
  });

  it.each(holes)('is found to disagree, if it %s [GATE-1]', (_, format) => {
    expect(fc.check(agreement(format), seeded).failed).toBe(true);
  });
});
