import { cachedAfter, isSameInvalidation, remembers } from './caches.ts';
import type { Dma, DmaParts } from './dma.ts';
import { replaced } from './replaced.ts';
import { withRetired } from './retired.ts';
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

/** Tables of domains that were taken away may be used again once the IOMMU may not reach them. */
const withUsable = (dma: DmaState): DmaState => {
  const keeper = { cached: dma.cached, pending: asksForTranslations(dma.pending) };
  return {
    ...dma,
    domains: dma.domains.reduce(
      (now, space, domain) => replaced(now, domain, withRetired(space, domain, [keeper])),
      dma.domains,
    ),
  };
};

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
    ? { ...state, dma: withUsable(after(state.dma, [what])) }
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
    pages: (state, domain) => translator.pages(state, domain),
    map: (state, domain, page) => {
      const done = translator.map(state, domain, page);
      return typeof done === 'string' ? done : edited(state, domain, done);
    },
    unmap: (state, domain, address) => {
      const done = translator.unmap(state, domain, address);
      if (typeof done === 'string') return done;
      const what = { kind: 'translations', space: domain, address } as const;
      return asking(parts, edited(state, domain, done), what);
    },
    complete: (state) =>
      state.dma.pending.length === 0
        ? state
        : { ...state, dma: withUsable({ ...after(state.dma, state.dma.pending), pending: [] }) },
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
  { translator }: DmaParts = parts,
): Pick<Dma, 'attach' | 'detach' | 'start' | 'stop' | 'rest'> => ({
  attach: (state, device, domain) =>
    withAttached({ ...state, memory: translator.attach(state, device, domain) }, device, domain),
  detach: (state, device) => {
    const domain = state.dma.attached[device];
    if (domain === undefined) return state;
    const attachment = { device, domain };
    const { former } = state.dma;
    const isKnown = former.some((one) => isSameAttachment(one, attachment));
    const context = translator.findContext(state, device);
    const memory = translator.detach(state, device);
    const out = withDma(withAttached({ ...state, memory }, device, undefined), {
      former: isKnown ? former : [...former, { ...attachment, context }],
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
