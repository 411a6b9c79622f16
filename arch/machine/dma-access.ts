import { at } from '../../model/defect.ts';
import { contains } from '../boards/region.ts';
import type { Walk } from '../walk.ts';
import { isRemapped } from './peripherals.ts';
import type { Peripherals } from './peripherals.ts';
import type { MachineState } from './state.ts';
import type { Translator } from './translator.ts';

/** An access of a device. Units: `address` as the device gives it, before any translation. */
export interface DmaAccess {
  readonly device: number;
  readonly address: number;
  readonly kind: 'load' | 'store';
}

/** What an access of a device comes to: the physical address, or that the IOMMU lets it not through, or that the device is quiet. */
export type Reached =
  { readonly kind: 'reached'; readonly physical: number } | { readonly kind: 'blocked' | 'quiet' };

const reached = (walk: Walk): Reached =>
  walk.kind === 'faulted' ? { kind: 'blocked' } : { kind: 'reached', physical: walk.address };

/** Does no IOMMU look at the access: of a device that it does not see, or of a message that is an interrupt? */
const goesPast = (peripherals: Peripherals, { device, address }: DmaAccess): boolean =>
  !isRemapped(peripherals, at(peripherals.devices, device)) ||
  (peripherals.doorbell !== undefined &&
    contains(peripherals.doorbell, { base: address, bytes: 4 }));

/** In a domain: by its tables, and by what was kept of them. */
const endsIn = (
  translator: Translator,
  { memory, dma }: MachineState,
  { address, kind }: DmaAccess,
  domain: number,
): readonly Reached[] => {
  const page = address - (address % translator.pageBytes);
  const space = at(dma.domains, domain);
  const access = { space: domain, address, kind };
  const kept = dma.cached.filter((one) => one.space === domain && one.address === page);
  return [
    translator.byTables(memory, space, access).walk,
    ...kept.flatMap((one) => translator.byCached(memory, space, one, access) ?? []),
  ].map(reached);
};

const blocked: Reached = { kind: 'blocked' };

/**
 * As the device is attached now, which is blocked where it is in no domain; then in each domain that it was in and
 * that the IOMMU has not forgotten.
 */
const endsOf = (
  translator: Translator,
  state: MachineState,
  access: DmaAccess,
): readonly Reached[] => {
  const { attached, former } = state.dma;
  const now = attached[access.device];
  const then = former.filter((one) => one.device === access.device);
  return [
    ...(now === undefined ? [blocked] : endsIn(translator, state, access, now)),
    ...then.flatMap(({ domain }) => endsIn(translator, state, access, domain)),
  ];
};

/** The accesses of devices: `Dma` says what each is. */
export const dmaAccesses = (parts: {
  readonly translator: Translator;
  readonly peripherals: Peripherals;
}): {
  readonly ways: (state: MachineState, access: DmaAccess) => number;
  readonly translate: (state: MachineState, access: DmaAccess, way: number) => Reached;
} => {
  const { translator, peripherals } = parts;
  const isQuiet = ({ dma }: MachineState, { device }: DmaAccess): boolean =>
    dma.power[device] === 'quiet';
  return {
    ways: (state, access) =>
      isQuiet(state, access) || goesPast(peripherals, access)
        ? 1
        : endsOf(translator, state, access).length,
    translate: (state, access, way) => {
      if (isQuiet(state, access)) return { kind: 'quiet' };
      if (goesPast(peripherals, access)) return { kind: 'reached', physical: access.address };
      return at(endsOf(translator, state, access), way);
    },
  };
};
