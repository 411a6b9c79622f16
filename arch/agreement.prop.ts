import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessKinds, privileges } from './access.ts';
import { longHoles } from './arm-long/test-holes.ts';
import type { Access } from './access.ts';
import { makeShortMmu } from './arm-short/format.ts';
import type { ShortDescriptors } from './arm-short/format.ts';
import { controlOf as armv5ControlOf } from './armv5/control.ts';
import { armv5Parts } from './armv5/format.ts';
import { controlOf as armv7ControlOf } from './armv7/control.ts';
import { armv7Parts } from './armv7/format.ts';
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

/** A walk of short descriptors that takes an access for another. */
const mistaking = (
  parts: ShortDescriptors,
  change: (access: Access) => Access,
): ShortDescriptors => ({
  ...parts,
  permits: (found, access) => parts.permits(found, change(access)),
});

const forKernel = (access: Access): Access => ({ ...access, privilege: 'kernel' });
const forLoad = (access: Access): Access => ({ ...access, kind: 'load' });
const fetchForLoad = (access: Access): Access =>
  access.kind === 'execute' ? forLoad(access) : access;

const armv5By = (change: (parts: ShortDescriptors) => ShortDescriptors): Format => ({
  ...formats.armv5,
  under: (settings) => makeShortMmu(change(armv5Parts(armv5ControlOf(settings)))),
});

const armv7By = (change: (parts: ShortDescriptors) => ShortDescriptors): Format => ({
  ...formats.armv7,
  under: (settings) => makeShortMmu(change(armv7Parts(armv7ControlOf(settings)))),
});

const { x86, ept } = formats;
const holes: readonly (readonly [string, Format])[] = [
  ...Object.values(formats).flatMap((format) => [
    [`${format.name}: pages are mapped writable`, askingFor(format, { write: true })] as const,
    [`${format.name}: rights are never taken away`, neverProtecting(format)] as const,
  ]),
  ...[x86, formats['x86-pae'], formats.x86_64, formats.armv5, formats.armv7].map(
    (format) =>
      [`${format.name}: pages are mapped for users`, askingFor(format, { user: true })] as const,
  ),
  ...[formats['x86-pae'], formats.x86_64, ept, formats.armv7].map(
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
  ...[['armv5', armv5By] as const, ['armv7', armv7By] as const].flatMap(([name, by]) => [
    [
      `${name}: the walk takes users for the kernel`,
      by((parts) => mistaking(parts, forKernel)),
    ] as const,
    [`${name}: the walk takes stores for loads`, by((parts) => mistaking(parts, forLoad))] as const,
    [
      `${name}: every domain has a manager`,
      by((parts) => ({ ...parts, dacr: 0xffffffff })),
    ] as const,
  ]),
  ['armv7: the walk does not see XN', armv7By((parts) => mistaking(parts, fetchForLoad))],
];

describe('the agreement with an abstract map', () => {
  it.each(holes)('finds a wrong permission bit, %s [GATE-1]', (_, format) => {
    expect(fc.check(agreement(format), seeded).failed).toBe(true);
  });
});
