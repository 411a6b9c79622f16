import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKinds, privileges } from './access.ts';
import { formats } from './catalogue.ts';
import type { Format, Mmu } from './format.ts';
import type { Page, Rights } from './page.ts';
import { findDisagreement, mmuOf } from './test-agreement.ts';
import type { Command, Settings } from './test-agreement.ts';
import { permissionHoles } from './test-permission-holes.ts';
import { wordOfNumber } from './word.ts';
import type { Word } from './word.ts';

const seeded = { seed: 1, numRuns: 400 };
const anyBit = fc.constantFrom(0, 1);
const anySettings: fc.Arbitrary<Settings> = fc.record({
  wp: anyBit,
  nxe: anyBit,
  smep: anyBit,
  smap: anyBit,
  pse: anyBit,
  afe: anyBit,
  s: anyBit,
  r: anyBit,
  // With N 2 the table of TTBR0 ends where that of TTBR1 begins to be used.
  ttbcr: fc.integer({ min: 0, max: 2 }),
  ttbr1: fc.constant(0x8000),
});
const anyRights: fc.Arbitrary<Rights> = fc.record({
  read: fc.boolean(),
  write: fc.boolean(),
  execute: fc.boolean(),
  user: fc.boolean(),
});

/** Where address spaces are used: near each other, so that pages meet and share tables, and at their ends. */
const windows = {
  32: [0, 0x40000000, 0xc0000000],
  48: [0, 0x40000000, 0x800000000000],
  64: [0, 0x40000000, 0x7fff80000000],
} as const;

/** An address of the upper half, where a table base has one, in place of that of the lower. */
const raised = (format: Format, address: number): Word => {
  const word = wordOfNumber(address);
  const isTop = format.name === 'x86_64' && address >= 0x7fff80000000;
  return isTop ? { ...word, high: (word.high | 0xffff8000) >>> 0 } : word;
};

const anyPage = (format: Format, mmu: Mmu): fc.Arbitrary<Page> =>
  fc
    .record({
      window: fc.constantFrom(...windows[format.addressBits]),
      size: fc.constantFrom(...mmu.pageSizes),
      index: fc.integer({ min: 0, max: 3 }),
      frame: fc.integer({ min: 0, max: 1 }),
      rights: anyRights,
      holds: fc.constantFrom('memory' as const, 'device' as const),
    })
    .map(({ window, size, index, frame, rights, holds }) => ({
      // Pages of one GB would leave a window of one GB: they take its beginning.
      address: raised(format, window + (size < 2 ** 30 ? index : 0) * size),
      physical: 0x80000000 + frame * size,
      size,
      rights,
      holds,
    }));

const anyCommand = (format: Format, mmu: Mmu): fc.Arbitrary<Command> => {
  const page = anyPage(format, mmu);
  const address = page.map((one) => one.address);
  const access = fc.record({
    address: fc.tuple(address, fc.constantFrom(0, 0x123, 0xfff)).map(([word, offset]) => ({
      ...word,
      low: (word.low | offset) >>> 0,
    })),
    kind: fc.constantFrom(...accessKinds),
    privilege: fc.constantFrom(...privileges),
  });
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('map' as const), page }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmap' as const), address }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('protect' as const), address, rights: anyRights }),
    },
    { weight: 5, arbitrary: fc.record({ kind: fc.constant('access' as const), access }) },
  );
};

/** Settings, and commands that make sense with them. */
const anyRun = (format: Format): fc.Arbitrary<readonly [Settings, readonly Command[]]> =>
  anySettings.chain((settings) =>
    fc.tuple(
      fc.constant(settings),
      fc.array(anyCommand(format, mmuOf(format, settings)), {
        minLength: 1,
        maxLength: 60,
        size: 'max',
      }),
    ),
  );

const agreement = (format: Format) =>
  fc.property(anyRun(format), ([settings, commands]) => {
    expect(findDisagreement(format, settings, commands)).toBeUndefined();
  });

describe('formats and an abstract map of pages', () => {
  it.each(Object.entries(formats))(
    'agree on maps, unmaps, protections and accesses: %s [ARCH-3]',
    (_, format) => {
      fc.assert(agreement(format), seeded);
    },
  );
});

describe('the agreement with an abstract map', () => {
  it.each(permissionHoles)('finds a wrong permission bit, %s [GATE-1]', (_, format) => {
    expect(fc.check(agreement(format), seeded).failed).toBe(true);
  });
});
