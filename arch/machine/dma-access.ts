import { at } from '../../model/defect.ts';
import { contains } from '../boards/region.ts';
import type { Walk } from '../walk.ts';
import { isRemapped } from './peripherals.ts';
import type { Peripherals } from './peripherals.ts';
import type { DmaState, MachineState } from './state.ts';
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

/** The domains that a device may act in: the one that it is in, and those that the IOMMU has not forgotten. */
const domainsOf = ({ attached, former }: DmaState, device: number): readonly number[] => {
  const now = attached[device];
  const then = former.filter((one) => one.device === device).map(({ domain }) => domain);
  return now === undefined ? then : [now, ...then];
};

/** Does no IOMMU look at the access: of a device that it does not see, or of a message that is an interrupt? */
const goesPast = (peripherals: Peripherals, { device, address }: DmaAccess): boolean =>
  !isRemapped(peripherals, at(peripherals.devices, device)) ||
  (peripherals.doorbell !== undefined &&
    contains(peripherals.doorbell, { base: address, bytes: 4 }));

/** By each domain: by its tables, and by what was kept of them. */
const walksOf = (
  translator: Translator,
  { memory, dma }: MachineState,
  { device, address, kind }: DmaAccess,
): readonly Reached[] => {
  const page = address - (address % translator.pageBytes);
  return domainsOf(dma, device).flatMap((domain) => {
    const space = at(dma.domains, domain);
    const access = { space: domain, address, kind };
    const kept = dma.cached.filter((one) => one.space === domain && one.address === page);
    return [
      translator.byTables(memory, space, access).walk,
      ...kept.flatMap((one) => translator.byCached(memory, space, one, access) ?? []),
    ].map(reached);
  });
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
        : Math.max(1, walksOf(translator, state, access).length),
    translate: (state, access, way) => {
      if (isQuiet(state, access)) return { kind: 'quiet' };
      if (goesPast(peripherals, access)) return { kind: 'reached', physical: access.address };
      const walks = walksOf(translator, state, access);
      return walks.length === 0 && way === 0 ? { kind: 'blocked' } : at(walks, way);
    },
  };
};
