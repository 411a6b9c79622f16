import { at } from '../../model/defect.ts';
import { contains } from '../boards/region.ts';
import type { DeviceTranslator, DmaAccess, LetThrough } from './device-translator.ts';
import { isRemapped } from './peripherals.ts';
import type { Peripherals } from './peripherals.ts';
import type { DeviceContext, MachineState } from './state.ts';

/** What an access of a device comes to: the physical address, or that the IOMMU lets it not through, or that the device is quiet. */
export type Reached = LetThrough | { readonly kind: 'quiet' };

/** Does no IOMMU look at the access: of a device that it does not see, or of a message that is an interrupt? */
const goesPast = (peripherals: Peripherals, { device, address }: DmaAccess): boolean =>
  !isRemapped(peripherals, at(peripherals.devices, device)) ||
  (peripherals.doorbell !== undefined &&
    contains(peripherals.doorbell, { base: address, bytes: 4 }));

/** In a domain: by its tables, and by what was kept of them. */
const endsIn = (
  translator: DeviceTranslator,
  state: MachineState,
  access: DmaAccess,
  context: DeviceContext,
): readonly Reached[] => {
  const page = access.address - (access.address % translator.pageBytes);
  const kept = state.dma.cached.filter(
    (one) => one.space === context.domain && one.address === page,
  );
  return [
    translator.byTables(state, context, access),
    ...kept.flatMap((one) => translator.byKept(state, one, access) ?? []),
  ];
};

const blocked: Reached = { kind: 'blocked' };

/**
 * As the device is attached now, which is blocked where it is in no domain; then in each domain that it was in and
 * that the IOMMU has not forgotten.
 */
const endsOf = (
  translator: DeviceTranslator,
  state: MachineState,
  access: DmaAccess,
): readonly Reached[] => {
  const now = translator.findContext(state, access.device);
  const then = state.dma.former.flatMap(({ device, context }) =>
    device === access.device && context !== undefined ? [context] : [],
  );
  return [
    ...(now === undefined ? [blocked] : endsIn(translator, state, access, now)),
    ...then.flatMap((context) => endsIn(translator, state, access, context)),
  ];
};

/** The accesses of devices: `Dma` says what each is. */
export const dmaAccesses = (parts: {
  readonly translator: DeviceTranslator;
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
