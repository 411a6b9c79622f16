import { at } from '../model/defect.ts';
import type { Action, HardwareAction } from '../model/step.ts';
import type { DeviceFact, Facts } from '../kernel/kernel.ts';
import type { RandomStream } from './random.ts';

/** What a device does of its own, and its name. */
export interface DeviceOffer {
  readonly device: string;
  readonly action: HardwareAction;
}

/** Where somebody else can act, one step in so many is a device's. */
const stepsPerDevice = 4;

/** Words that devices write, and answer at ports, are below this. */
const words = 4;

/** The buffers of whoever has claimed a device. Units: physical addresses. */
const buffersOf = ({ resources }: Facts, { claimedBy }: DeviceFact): readonly number[] =>
  resources.flatMap(({ kind, owner, frames }) =>
    kind === 'dma' && owner === claimedBy ? frames : [],
  );

const offersOf = (facts: Facts, fact: DeviceFact): readonly DeviceOffer[] => {
  const { name, device, power, attached } = fact;
  const raises = attached.map((line): HardwareAction => ({ kind: 'raiseInterrupt', line }));
  const writes = power !== 'running' ? [] : buffersOf(facts, fact);
  return [
    ...raises,
    ...writes.map((address): HardwareAction => ({ kind: 'dmaWrite', device, address, value: 0 })),
  ].map((action) => ({ device: name, action }));
};

/**
 * What benign devices may do: each that a driver has claimed raises its lines that somebody is attached to, and writes to the
 * first word of a page of its driver's buffers.
 */
export const deviceOffers = (facts: Facts): readonly DeviceOffer[] =>
  facts.devices
    .filter(({ claimedBy }) => claimedBy !== undefined)
    .flatMap((fact) => offersOf(facts, fact));

/** One of the offers, if it is a device's turn. Nothing is drawn where no device may do anything. */
export const pickDevice = (
  offers: readonly DeviceOffer[],
  others: 'can act' | 'cannot act',
  random: RandomStream,
): DeviceOffer | undefined => {
  if (offers.length === 0) return undefined;
  if (others === 'can act' && random.below(stepsPerDevice) > 0) return undefined;
  const { device, action } = at(offers, random.below(offers.length));
  return action.kind === 'dmaWrite'
    ? { device, action: { ...action, value: random.below(words) } }
    : { device, action };
};

/** A port answers a small word, where some device is a driver's. */
export const answered = (action: Action, facts: () => Facts, random: RandomStream): Action =>
  action.kind === 'portIn' && facts().devices.some(({ claimedBy }) => claimedBy !== undefined)
    ? { ...action, value: random.below(words) }
    : action;
