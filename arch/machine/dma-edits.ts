import { Defect, at } from '../../model/defect.ts';
import { cachedAfter, isSameInvalidation, remembers } from './caches.ts';
import type { Dma, DmaParts } from './dma.ts';
import { replaced } from './replaced.ts';
import type { Attachment, DmaInvalidation, DmaState, Invalidation, MachineState } from './state.ts';
import type { EditedSpace } from './translator.ts';

const withDma = (state: MachineState, changes: Partial<DmaState>): MachineState => ({
  ...state,
  dma: { ...state.dma, ...changes },
});

const isSameAttachment = (one: Attachment, other: Attachment): boolean =>
  one.device === other.device && one.domain === other.domain;

const asksForTranslations = (invalidations: readonly DmaInvalidation[]): readonly Invalidation[] =>
  invalidations.flatMap((one) => (one.kind === 'translations' ? [one] : []));

/** What the IOMMU still goes by after it has done what it was asked to. */
const after = (dma: DmaState, invalidations: readonly DmaInvalidation[]): DmaState => ({
  ...dma,
  cached: cachedAfter(dma.cached, asksForTranslations(invalidations)),
  former: dma.former.filter(
    (attachment) =>
      !invalidations.some((one) => one.kind === 'attachment' && isSameAttachment(one, attachment)),
  ),
});

const isSame = (one: DmaInvalidation, other: DmaInvalidation): boolean =>
  one.kind === 'translations'
    ? other.kind === 'translations' && isSameInvalidation(one, other)
    : other.kind === 'attachment' && isSameAttachment(one, other);

/** Asks the IOMMU to forget, once; where it does so at once, it has. */
const asking = (
  { shootdown }: DmaParts,
  state: MachineState,
  what: DmaInvalidation,
): MachineState =>
  shootdown === 'immediate'
    ? { ...state, dma: after(state.dma, [what]) }
    : state.dma.pending.some((one) => isSame(one, what))
      ? state
      : withDma(state, { pending: [...state.dma.pending, what] });

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

/** What is done to the translations of a domain: `Dma` says what each is. */
export const translations = (
  parts: DmaParts,
): Pick<Dma, 'pages' | 'map' | 'unmap' | 'complete'> => {
  const { translator } = parts;
  return {
    pages: (state, domain) => {
      const space = at(state.dma.domains, domain);
      if (space.kind !== 'map') throw new Defect('domains are maps');
      return space.pages.map(({ physical }) => physical);
    },
    map: (state, domain, page) => {
      const { memory, dma } = state;
      const done = translator.map(memory, at(dma.domains, domain), domain, page);
      return typeof done === 'string' ? done : edited(state, domain, done);
    },
    unmap: (state, domain, address) => {
      const { memory, dma } = state;
      const done = translator.unmap(memory, at(dma.domains, domain), domain, address);
      if (typeof done === 'string') return done;
      const what = { kind: 'translations', space: domain, address } as const;
      return asking(parts, edited(state, domain, done), what);
    },
    complete: (state) =>
      state.dma.pending.length === 0
        ? state
        : { ...state, dma: { ...after(state.dma, state.dma.pending), pending: [] } },
  };
};

const withPower = (
  state: MachineState,
  device: number,
  now: DmaState['power'][number],
): MachineState => withDma(state, { power: replaced(state.dma.power, device, now) });

const withAttached = (
  state: MachineState,
  device: number,
  domain: number | undefined,
): MachineState => withDma(state, { attached: replaced(state.dma.attached, device, domain) });

/** What is done to devices: `Dma` says what each is. */
export const attachments = (
  parts: DmaParts,
): Pick<Dma, 'attach' | 'detach' | 'start' | 'stop' | 'rest'> => ({
  attach: withAttached,
  detach: (state, device) => {
    const domain = state.dma.attached[device];
    if (domain === undefined) return state;
    const attachment = { device, domain };
    const { former } = state.dma;
    const isKnown = former.some((one) => isSameAttachment(one, attachment));
    const out = withDma(withAttached(state, device, undefined), {
      former: isKnown ? former : [...former, attachment],
    });
    return asking(parts, out, { kind: 'attachment', ...attachment });
  },
  start: (state, device) => withPower(state, device, 'running'),
  stop: (state, device) =>
    state.dma.power[device] === 'quiet'
      ? state
      : withPower(state, device, parts.shootdown === 'immediate' ? 'quiet' : 'stopping'),
  rest: (state, device) =>
    state.dma.power[device] === 'stopping' ? withPower(state, device, 'quiet') : state,
});
