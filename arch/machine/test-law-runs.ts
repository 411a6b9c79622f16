import fc from 'fast-check';
import { accessKinds } from '../access.ts';
import type { AccessKind } from '../access.ts';
import type { Rights } from '../page.ts';
import type { Machine, MachineSize } from './machine.ts';
import { noPeripherals } from './peripherals.ts';

/** Runs that tests of the law make: commands on two cores and two spaces. */

interface Place {
  readonly space: number;
  readonly address: number;
}

export type Command =
  | (Place & { readonly kind: 'map'; readonly frame: Frame; readonly rights: Rights })
  | (Place & { readonly kind: 'unmap' })
  | (Place & { readonly kind: 'protect'; readonly rights: Rights })
  | { readonly kind: 'invalidate'; readonly core: number | undefined; readonly what: Target }
  | { readonly kind: 'complete'; readonly core: number }
  | (Place & {
      readonly kind: 'access';
      readonly core: number;
      readonly does: AccessKind;
      readonly way: number;
    });

interface Frame {
  readonly space: number;
  readonly index: number;
}

interface Target {
  readonly space: number;
  readonly address: number | 'all';
}

export interface Run {
  readonly shootdown: MachineSize['shootdown'];
  readonly commands: readonly Command[];
}

/** Makes the machine under test: one with a hole, to see that it is found. */
export type Make = (size: MachineSize) => Machine;

const counts = { cores: 2, spaces: 2, frames: 3 } as const;

/**
 * Pages next to each other, in pairs, and the same pages of other tables: of the second level, of the third, and
 * as far up as each format reaches.
 */
export const addresses: readonly number[] = [0x10000, 0x410000, 0x4001_0000, 0x7fc1_0000].flatMap(
  (start) => [start, start + 0x1000],
);

const anyIndex = (count: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: count - 1 });
const anySpace = anyIndex(counts.spaces);
const anyCore = anyIndex(counts.cores);
const anyAddress = fc.constantFrom(...addresses);
const anyPlace = { space: anySpace, address: anyAddress };
const anyRights: fc.Arbitrary<Rights> = fc.record({
  read: fc.boolean(),
  write: fc.boolean(),
  execute: fc.boolean(),
  user: fc.oneof({ weight: 7, arbitrary: fc.constant(true) }, fc.constant(false)),
});

const kind = <Kind extends Command['kind']>(of: Kind): fc.Arbitrary<Kind> => fc.constant(of);

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: kind('map'),
      ...anyPlace,
      frame: fc.record({ space: anySpace, index: anyIndex(counts.frames) }),
      rights: anyRights,
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: kind('unmap'), ...anyPlace }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('protect'), ...anyPlace, rights: anyRights }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: kind('invalidate'),
      core: fc.option(anyCore, { nil: undefined }),
      what: fc.record({
        space: anySpace,
        address: fc.oneof(anyAddress, fc.constant('all' as const)),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('complete'), core: anyCore }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: kind('access'),
      ...anyPlace,
      core: anyCore,
      does: fc.constantFrom(...accessKinds),
      way: fc.nat({ max: 5 }),
    }),
  },
);

export const anyRun: fc.Arbitrary<Run> = fc.record({
  shootdown: fc.constantFrom('immediate' as const, 'delayed' as const),
  commands: fc.array(anyCommand, { minLength: 1, maxLength: 80, size: 'max' }),
});

/** Small shares, so that spaces meet. */
export const sizeOf = (tables: number, shootdown: MachineSize['shootdown']): MachineSize => ({
  ...counts,
  tables,
  ram: { base: 0, bytes: 0x10_0000 },
  physicalEnd: 2 ** 32,
  domains: 0,
  peripherals: noPeripherals,
  shootdown,
});
