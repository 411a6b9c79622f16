import type { Access } from './access.ts';
import { longHoles } from './arm-long/test-holes.ts';
import { makeShortMmu } from './arm-short/format.ts';
import type { ShortDescriptors } from './arm-short/format.ts';
import { controlOf as armv5ControlOf } from './armv5/control.ts';
import { armv5Parts } from './armv5/format.ts';
import { controlOf as armv7ControlOf } from './armv7/control.ts';
import { armv7Parts } from './armv7/format.ts';
import { formats } from './catalogue.ts';
import { makeEpt, permits as eptPermits } from './ept/format.ts';
import type { Format } from './format.ts';
import type { Rights } from './page.ts';
import { x86Parts } from './x86/format.ts';
import { x86PaeParts } from './x86-pae/format.ts';
import { x86_64Parts } from './x86_64/format.ts';
import { permits } from './x86-family/access-rights.ts';
import { makeX86Format } from './x86-family/format.ts';
import type { X86Parts } from './x86-family/format.ts';

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
/** Formats with one wrong permission bit each, by what is wrong. */
export const permissionHoles: readonly (readonly [string, Format])[] = [
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
