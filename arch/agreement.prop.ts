import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKinds, privileges } from './access.ts';
import { longHoles } from './arm-long/test-holes.ts';
import { formats } from './catalogue.ts';
import { makeEpt, permits as eptPermits } from './ept/format.ts';
import type { Format, Mmu } from './format.ts';
import type { Page, Rights } from './page.ts';
import { findDisagreement, mmuOf } from './test-agreement.ts';
import type { Command, Settings } from './test-agreement.ts';
import { wordOfNumber } from './word.ts';
import type { Word } from './word.ts';
import { x86Parts } from './x86/format.ts';
import { x86PaeParts } from './x86-pae/format.ts';
import { x86_64Parts } from './x86_64/format.ts';
import { permits } from './x86-family/access-rights.ts';
import { makeX86Format } from './x86-family/format.ts';
import type { X86Parts } from './x86-family/format.ts';

const seeded = { seed: 1, numRuns: 400 };
const anyBit = fc.constantFrom(0, 1);
const anySettings: fc.Arbitrary<Settings> = fc.record({
  wp: anyBit,
  nxe: anyBit,
  smep: anyBit,
  smap: anyBit,
  pse: anyBit,
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

/** What the rule takes where a format knows no such setting: kernels on Arm execute nothing of users, by PXN. */
const otherwise: Readonly<Partial<Settings>> = { wp: 1, smep: 1, smap: 0 };

const anySettingsOf = ({ controlBits }: Format): fc.Arbitrary<Settings> => {
  const isKnown = (name: string): boolean => controlBits.some((bit) => bit.name === name);
  const others = Object.entries(otherwise).filter(([name]) => !isKnown(name));
  return anySettings.map((drawn) => ({ ...drawn, ...Object.fromEntries(others) }));
};

/** Settings, and commands that make sense with them. */
const anyRun = (format: Format): fc.Arbitrary<readonly [Settings, readonly Command[]]> =>
  anySettingsOf(format).chain((settings) =>
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

/** A format whose kernel asks for other rights than it ought to. */
const askingFor = (format: Format, more: Partial<Rights>): Format => ({
  ...format,
  under: (settings) => {
    const mmu = format.under(settings);
    return {
      ...mmu,
      map: (memory, base, page, frames) =>
        mmu.map(memory, base, { ...page, rights: { ...page.rights, ...more } }, frames),
    };
  },
});

/** A format whose kernel forgets to take rights away. */
const neverProtecting = (format: Format): Format => ({
  ...format,
  under: (settings) => ({
    ...format.under(settings),
    protect: (memory) => ({ kind: 'edited', memory, taken: [], freed: [] }),
  }),
});

const blindTo = (parts: X86Parts, bit: 'user' | 'writable' | 'executable'): Format =>
  makeX86Format({
    ...parts,
    permits: (access, allowed, control) => permits(access, { ...allowed, [bit]: true }, control),
  });

const blindEpt = (bit: 'read' | 'write' | 'execute'): Format =>
  makeEpt({ permits: (access, allowed) => eptPermits(access, { ...allowed, [bit]: true }) });

const { x86, ept } = formats;
const holes: readonly (readonly [string, Format])[] = [
  ...Object.values(formats).flatMap((format) => [
    [`${format.name}: pages are mapped writable`, askingFor(format, { write: true })] as const,
    [`${format.name}: rights are never taken away`, neverProtecting(format)] as const,
  ]),
  ...[x86, formats['x86-pae'], formats.x86_64].map(
    (format) =>
      [`${format.name}: pages are mapped for users`, askingFor(format, { user: true })] as const,
  ),
  ...[formats['x86-pae'], formats.x86_64, ept].map(
    (format) =>
      [
        `${format.name}: pages are mapped executable`,
        askingFor(format, { execute: true }),
      ] as const,
  ),
  ...[x86Parts, x86PaeParts, x86_64Parts].flatMap((parts) => [
    [`${parts.name}: the walk does not see U/S`, blindTo(parts, 'user')] as const,
    [`${parts.name}: the walk does not see R/W`, blindTo(parts, 'writable')] as const,
  ]),
  ['x86-pae: the walk does not see XD', blindTo(x86PaeParts, 'executable')],
  ['x86_64: the walk does not see XD', blindTo(x86_64Parts, 'executable')],
  ['ept: the walk does not see R', blindEpt('read')],
  ['ept: the walk does not see W', blindEpt('write')],
  ['ept: the walk does not see X', blindEpt('execute')],
  ...longHoles,
];

describe('the agreement with an abstract map', () => {
  it.each(holes)('finds a wrong permission bit, %s [GATE-1]', (_, format) => {
    expect(fc.check(agreement(format), seeded).failed).toBe(true);
  });
});
