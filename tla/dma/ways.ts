import { Defect, at } from '../../model/defect.ts';
import type { DmaAction } from '../../model/step.ts';
import type { DmaState } from '../../arch/machine/state.ts';
import type { DmaSystem, State } from './system.ts';

/** What a way of an access goes by: as the device is attached, by what was kept of a domain, or by the tables of a former one. */
export interface Way {
  readonly by: 'usual' | 'kept' | 'former';
  readonly domain: number | undefined;
}

const endsIn = ({ cached }: DmaState, address: number, domain: number, by: Way['by']) => [
  { by, domain },
  ...cached
    .filter((one) => one.space === domain && one.address === address)
    .map((): Way => ({ by: 'kept', domain })),
];

/**
 * The ways of an access of a device that acts, in the machine's order. Units: `address` is that of a page.
 *
 * Throws: `Defect`, where the machine has more or fewer.
 */
const waysOf = (
  { plan }: DmaSystem,
  { objects: { machine } }: State,
  { device, address }: DmaAction,
): readonly Way[] => {
  const { dma } = machine;
  const into = dma.attached[device];
  const ways: readonly Way[] = [
    ...(into === undefined
      ? [{ by: 'usual', domain: undefined } as const]
      : endsIn(dma, address, into, 'usual')),
    ...dma.former
      .filter((one) => one.device === device)
      .flatMap(({ domain }) => endsIn(dma, address, domain, 'former')),
  ];
  if (ways.length !== plan.machine.dma.ways(machine, { device, address, kind: 'load' }))
    throw new Defect('an access has other ways than the twin Dma knows');
  return ways;
};

/** Is a device to read and write nothing? */
export const isQuiet = ({ objects }: State, { device }: DmaAction): boolean =>
  objects.machine.dma.power[device] === 'quiet';

/** What an access goes by that a device may make; absent where there is no such way. */
export const findWay = (system: DmaSystem, state: State, action: DmaAction): Way | undefined =>
  isQuiet(state, action) ? undefined : waysOf(system, state, action)[action.way ?? 0];

/** Does the IOMMU let an access through? */
export const isReached = ({ plan }: DmaSystem, { objects }: State, action: DmaAction): boolean => {
  const { device, address, kind, way = 0 } = action;
  const access = { device, address, kind: kind === 'dmaRead' ? 'load' : 'store' } as const;
  return plan.machine.dma.translate(objects.machine, access, way).kind === 'reached';
};

/** Whose a domain is. */
export const domainName = ({ topology }: DmaSystem, domain: number): string =>
  at(topology.processes, domain);
