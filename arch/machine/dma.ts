import { at } from '../../model/defect.ts';
import { contains } from '../boards/region.ts';
import type { EditRefusal } from '../page.ts';
import type { Walk } from '../walk.ts';
import { cachedAfter, remembers } from './caches.ts';
import type { Invalidation } from './machine.ts';
import { isRemapped } from './peripherals.ts';
import type { Peripherals } from './peripherals.ts';
import type { MachineState } from './machine.ts';
import { replaced } from './replaced.ts';
import type { Cached, EditedSpace, MappedPage, Space, Translator } from './translator.ts';

/** A device that is, or was, in a domain. */
export interface Attachment {
  readonly device: number;
  readonly domain: number;
}

/** What the IOMMU is asked to forget: translations of a domain, or where a device was attached. */
export type DmaInvalidation =
  | ({ readonly kind: 'translations' } & Invalidation)
  | ({ readonly kind: 'attachment' } & Attachment);

/**
 * What devices do by themselves.
 *
 * Shape: `domains` by their number; `attached` and `power` by the number of the device. `former` are attachments
 *        that have ended and that the IOMMU may still go by. A device that is `stopping` was told to, and may go on
 *        until it has come to rest; a quiet one reads and writes nothing.
 */
export interface DmaState {
  readonly domains: readonly Space[];
  readonly attached: readonly (number | undefined)[];
  readonly power: readonly ('quiet' | 'running' | 'stopping')[];
  readonly cached: readonly Cached[];
  readonly former: readonly Attachment[];
  readonly pending: readonly DmaInvalidation[];
}

/** An access of a device. Units: `address` as the device gives it, before any translation. */
export interface DmaAccess {
  readonly device: number;
  readonly address: number;
  readonly kind: 'load' | 'store';
}

/** What an access of a device comes to: the physical address, or that the IOMMU lets it not through, or that the device is quiet. */
export type Reached =
  { readonly kind: 'reached'; readonly physical: number } | { readonly kind: 'blocked' | 'quiet' };

/** How devices reach memory: through an IOMMU, or past all checks where there is none. */
export interface Dma {
  readonly initial: DmaState;
  /** In how many ways an access may go: by each attachment that may hold, its tables or what was kept of them. */
  readonly ways: (state: MachineState, access: DmaAccess) => number;
  /** Where an access goes in one of its ways. Throws: `Defect`, for a way that it has not. */
  readonly translate: (state: MachineState, access: DmaAccess, way: number) => Reached;
  readonly map: (
    state: MachineState,
    domain: number,
    page: MappedPage,
  ) => MachineState | EditRefusal;
  /** Takes a page out of a domain, and has the IOMMU forget it. */
  readonly unmap: (
    state: MachineState,
    domain: number,
    address: number,
  ) => MachineState | EditRefusal;
  /** Puts a device that is in none into a domain. */
  readonly attach: (state: MachineState, device: number, domain: number) => MachineState;
  /** Takes a device out of its domain, if it is in one, and has the IOMMU forget that it was. */
  readonly detach: (state: MachineState, device: number) => MachineState;
  /** Lets a device read and write memory. */
  readonly start: (state: MachineState, device: number) => MachineState;
  /** Tells a device to stop. */
  readonly stop: (state: MachineState, device: number) => MachineState;
  /** The IOMMU forgets what it was asked to. */
  readonly complete: (state: MachineState) => MachineState;
  /** A device that was told to stop has come to rest. */
  readonly rest: (state: MachineState, device: number) => MachineState;
}

const withDma = (state: MachineState, changes: Partial<DmaState>): MachineState => ({
  ...state,
  dma: { ...state.dma, ...changes },
});

const asksForTranslations = (invalidations: readonly DmaInvalidation[]): readonly Invalidation[] =>
  invalidations.flatMap((one) => (one.kind === 'translations' ? [one] : []));

/** What the IOMMU still goes by after it has done what it was asked to. */
const after = (dma: DmaState, invalidations: readonly DmaInvalidation[]): DmaState => ({
  ...dma,
  cached: cachedAfter(dma.cached, asksForTranslations(invalidations)),
  former: dma.former.filter(
    ({ device, domain }) =>
      !invalidations.some(
        (one) => one.kind === 'attachment' && one.device === device && one.domain === domain,
      ),
  ),
});

const reached = (walk: Walk): Reached =>
  walk.kind === 'faulted' ? { kind: 'blocked' } : { kind: 'reached', physical: walk.address };

const domainsOf = ({ attached, former }: DmaState, device: number): readonly number[] => {
  const now = attached[device];
  const then = former.filter((one) => one.device === device).map(({ domain }) => domain);
  return now === undefined ? then : [now, ...then];
};

/**
 * The DMA of a machine.
 *
 * Shape: `open` gives an empty domain by its number; `pageBytes` are those of the pages of domains.
 */
export const dmaOf = (
  translator: Translator,
  peripherals: Peripherals,
  domains: number,
  open: (domain: number) => Space,
  shootdown: 'immediate' | 'delayed',
): Dma => {
  const { devices, iommu, doorbell } = peripherals;
  const { pageBytes } = translator;

  const asking = (state: MachineState, what: DmaInvalidation): MachineState =>
    shootdown === 'immediate'
      ? { ...state, dma: after(state.dma, [what]) }
      : withDma(state, { pending: [...state.dma.pending, what] });

  const walks = (
    { memory, dma }: MachineState,
    { device, address, kind }: DmaAccess,
  ): readonly Reached[] => {
    const page = address - (address % pageBytes);
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

  const goesPast = ({ device, address }: DmaAccess): boolean =>
    !isRemapped(peripherals, at(devices, device)) ||
    (doorbell !== undefined && contains(doorbell, { base: address, bytes: 4 }));

  const edited = (
    state: MachineState,
    domain: number,
    { memory, space, stale }: EditedSpace,
  ): MachineState =>
    withDma(
      { ...state, memory },
      {
        domains: replaced(state.dma.domains, domain, space),
        cached: stale.reduce(remembers, state.dma.cached),
      },
    );

  const power = (
    state: MachineState,
    device: number,
    now: DmaState['power'][number],
  ): MachineState => withDma(state, { power: replaced(state.dma.power, device, now) });

  return {
    initial: {
      domains: Array.from({ length: iommu === 'none' ? 0 : domains }, (_, domain) => open(domain)),
      attached: devices.map(() => undefined),
      power: devices.map(() => 'quiet'),
      cached: [],
      former: [],
      pending: [],
    },
    ways: (state, access) =>
      state.dma.power[access.device] === 'quiet' || goesPast(access)
        ? 1
        : Math.max(1, walks(state, access).length),
    translate: (state, access, way) => {
      if (state.dma.power[access.device] === 'quiet') return { kind: 'quiet' };
      if (goesPast(access)) return { kind: 'reached', physical: access.address };
      const all = walks(state, access);
      if (all.length === 0 && way === 0) return { kind: 'blocked' };
      return at(all, way);
    },
    map: (state, domain, page) => {
      const { memory, dma } = state;
      const done = translator.map(memory, at(dma.domains, domain), domain, page);
      return typeof done === 'string' ? done : edited(state, domain, done);
    },
    unmap: (state, domain, address) => {
      const { memory, dma } = state;
      const done = translator.unmap(memory, at(dma.domains, domain), domain, address);
      return typeof done === 'string'
        ? done
        : asking(edited(state, domain, done), { kind: 'translations', space: domain, address });
    },
    attach: (state, device, domain) =>
      withDma(state, { attached: replaced(state.dma.attached, device, domain) }),
    detach: (state, device) => {
      const domain = state.dma.attached[device];
      if (domain === undefined) return state;
      const attachment = { device, domain };
      const out = withDma(state, {
        attached: replaced(state.dma.attached, device, undefined),
        former: [...state.dma.former, attachment],
      });
      return asking(out, { kind: 'attachment', ...attachment });
    },
    start: (state, device) => power(state, device, 'running'),
    stop: (state, device) =>
      state.dma.power[device] === 'quiet'
        ? state
        : power(state, device, shootdown === 'immediate' ? 'quiet' : 'stopping'),
    complete: (state) =>
      state.dma.pending.length === 0
        ? state
        : { ...state, dma: { ...after(state.dma, state.dma.pending), pending: [] } },
    rest: (state, device) =>
      state.dma.power[device] === 'stopping' ? power(state, device, 'quiet') : state,
  };
};
