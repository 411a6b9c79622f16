import { flag, layout, number, numberIn, reserved } from '../../layout.ts';
import type { Layout } from '../../layout.ts';
import { zero } from '../../word.ts';
import type { Word } from '../../word.ts';
import type { DmaInvalidation } from '../invalidation.ts';
import type { Iommu } from '../iommu.ts';
import { encodeRecord, numberOfRecord } from '../record.ts';

type DescriptorName =
  | ('type' | 'G' | 'DID' | 'SID' | 'FM' | 'DW' | 'DR' | 'AM' | 'IH' | 'ADDR')
  | (
      'IM' | 'IIDX' | 'IF' | 'SW' | 'FN' | 'status' | 'status address 31:2' | 'status address 63:32'
    );

type Descriptor = readonly [low: Layout<DescriptorName>, high: Layout<DescriptorName>];

const empty = (name: string, source: string): Layout<DescriptorName> =>
  layout(`${name}, high`, source, 64, [reserved(0, 63)]);

const contextCache: Descriptor = [
  layout('context-cache invalidate, low', 'D51397 6.5.2.1', 64, [
    number(0, 3, 'type'),
    number(4, 5, 'G'),
    reserved(6, 15),
    number(16, 31, 'DID'),
    number(32, 47, 'SID'),
    number(48, 49, 'FM'),
    reserved(50, 63),
  ]),
  empty('context-cache invalidate', 'D51397 6.5.2.1'),
];

const iotlb: Descriptor = [
  layout('IOTLB invalidate, low', 'D51397 6.5.2.3', 64, [
    number(0, 3, 'type'),
    number(4, 5, 'G'),
    flag(6, 'DW'),
    flag(7, 'DR'),
    reserved(8, 15),
    number(16, 31, 'DID'),
    reserved(32, 63),
  ]),
  layout('IOTLB invalidate, high', 'D51397 6.5.2.3', 64, [
    number(0, 5, 'AM'),
    flag(6, 'IH'),
    reserved(7, 11),
    number(12, 63, 'ADDR'),
  ]),
];

const interruptEntryCache: Descriptor = [
  layout('interrupt entry cache invalidate, low', 'D51397 6.5.2.7', 64, [
    number(0, 3, 'type'),
    flag(4, 'G'),
    reserved(5, 26),
    number(27, 31, 'IM'),
    number(32, 47, 'IIDX'),
    reserved(48, 63),
  ]),
  empty('interrupt entry cache invalidate', 'D51397 6.5.2.7'),
];

const wait: Descriptor = [
  layout('invalidation wait, low', 'D51397 6.5.2.8', 64, [
    number(0, 3, 'type'),
    flag(4, 'IF'),
    flag(5, 'SW'),
    flag(6, 'FN'),
    reserved(7, 31),
    number(32, 63, 'status'),
  ]),
  layout('invalidation wait, high', 'D51397 6.5.2.8', 64, [
    reserved(0, 1),
    number(2, 31, 'status address 31:2'),
    number(32, 63, 'status address 63:32'),
  ]),
];

export const descriptorLayouts: readonly Layout[] = [
  ...contextCache,
  ...iotlb,
  ...interruptEntryCache,
  ...wait,
];

/** Source: D51397 6.5.2. */
const types = { contextCache: 1, iotlb: 2, interruptEntryCache: 4, wait: 5 } as const;

/** G of the context cache: all, a domain, a device. Of the IOTLB: all, a domain, a page of a domain. */
const granularity = { all: 1, domain: 2, one: 3 } as const;

const waiting = (): readonly Word[] => encodeRecord(wait, { type: types.wait, FN: 1 });

const iotlbOf = (G: number, DID: number, address: number): readonly Word[] =>
  encodeRecord(iotlb, { type: types.iotlb, G, DW: 1, DR: 1, DID, ADDR: address / 2 ** 12 });

const contextCacheOf = (G: number, DID: number, SID: number): readonly Word[] =>
  encodeRecord(contextCache, { type: types.contextCache, G, DID, SID });

/** Descriptor of the interrupt entry cache: of one entry, or of all. Source: D51397 6.5.2.7. */
export const interruptEntryInvalidate = (index: number | 'all'): readonly Word[] =>
  encodeRecord(interruptEntryCache, {
    type: types.interruptEntryCache,
    ...(index === 'all' ? {} : { G: 1, IIDX: index }),
  });

/**
 * Descriptors for the invalidation queue. After the context entry of a device has changed, its domain's
 * translations are to be forgotten too.
 *
 * Source: D51397 6.5.2; 6.2.2.1 and 6.2.3: which structures software invalidates after which changes.
 */
export const commandsFor: Iommu['commandsFor'] = (what) => {
  switch (what.kind) {
    case 'device': {
      const { requester, domain } = what;
      return domain === 'any'
        ? [contextCacheOf(granularity.all, 0, 0), waiting()]
        : [contextCacheOf(granularity.one, domain, requester), waiting()];
    }
    case 'page':
      return [iotlbOf(granularity.one, what.domain, what.address), waiting()];
    case 'domain':
      return [iotlbOf(granularity.domain, what.domain, 0), waiting()];
    case 'devices':
      return [contextCacheOf(granularity.all, 0, 0), waiting()];
    case 'domains':
      return [iotlbOf(granularity.all, 0, 0), waiting()];
    case 'wait':
      return [waiting()];
  }
};

/** At most so many pages are told one by one. Source: D51397 10.4.2: MAMV. */
const mostMask = 18;

/** The pages that AM and ADDR name; more of them than MAMV are a domain. */
const pagesOf = (command: readonly Word[], domain: number): readonly DmaInvalidation[] => {
  const mask = numberOfRecord(iotlb, command, 'AM');
  if (mask > mostMask) return [{ kind: 'domain', domain }];
  const count = 2 ** mask;
  const first = numberOfRecord(iotlb, command, 'ADDR');
  return Array.from({ length: count }, (_, index) => ({
    kind: 'page',
    domain,
    address: (first - (first % count) + index) * 2 ** 12,
  }));
};

/** What a descriptor has hardware forget; more than it says is not modelled as forgotten. */
export const meaningOf: Iommu['meaningOf'] = (command) => {
  const [low = zero] = command;
  const type = numberIn(wait[0], low, 'type');
  if (type === types.wait) return [{ kind: 'wait' }];
  const G = numberIn(iotlb[0], low, 'G');
  const domain = numberIn(iotlb[0], low, 'DID');
  if (type === types.iotlb) {
    if (G === granularity.all) return [{ kind: 'domains' }];
    if (G === granularity.domain) return [{ kind: 'domain', domain }];
    return G === granularity.one ? pagesOf(command, domain) : [];
  }
  if (type !== types.contextCache) return [];
  const requester = numberIn(contextCache[0], low, 'SID');
  if (G === granularity.one) return [{ kind: 'device', requester, domain }];
  // Forgetting the devices of one domain, hardware may forget all.
  return G === 0 ? [] : [{ kind: 'devices' }];
};
