import { Defect, at } from '../../model/defect.ts';
import type { DmaContext, DmaRequest, DmaWalk } from '../iommu/iommu.ts';
import { reading } from '../memory.ts';
import { wordOfNumber } from '../word.ts';
import type { DeviceRanges, SetUp } from './device-room.ts';
import { contextsOf, deviceTables, findContextOf, wordBytes } from './device-tables.ts';
import type { Placed } from './device-tables.ts';
import type { DeviceTranslator, DmaAccess, LetThrough } from './device-translator.ts';
import { heldOfWalk } from './held.ts';
import { named, pageBytes } from './named.ts';
import { noting, readingHeld } from './seen.ts';
import { editsOf, tablesOf } from './table-edits.ts';
import type { TableParts } from './table-edits.ts';

/** Bits of an address that a device may give; no domain has as many. */
const requestBits = 52;

const letThrough = (walk: DmaWalk): LetThrough =>
  walk.kind === 'translated' ? { kind: 'reached', physical: walk.address } : { kind: 'blocked' };

const requestOf = ({ requesters }: SetUp, { device, address, kind }: DmaAccess): DmaRequest => ({
  requester: requesters[device] ?? 0,
  address: named(address, requestBits),
  kind: kind === 'load' ? 'read' : 'write',
});

/** What the IOMMU may hold of a page although no device has reached it; of two walks, as a page may be written alone. */
const heldBy =
  ({ iommu }: SetUp, contexts: readonly DmaContext[]): TableParts['heldOf'] =>
  (memory, _space, number, address, freed) => {
    const { reading: read, seen } = noting(reading(memory, wordBytes));
    const ends = (['read', 'write'] as const).map((kind) => {
      const request = { requester: 0, address: named(address, requestBits), kind };
      return iommu.walk(read, at(contexts, number), request);
    });
    const [physical] = ends.flatMap((end) => (end.kind === 'translated' ? [end.address] : []));
    return heldOfWalk({ space: number, address, physical, words: [...seen] }, freed);
  };

/** What tables of devices say, by the numbers that domains have here. */
const contextFinder = (
  placed: Placed,
  contexts: readonly DmaContext[],
): DeviceTranslator['findContext'] => {
  const numbers = new Map(contexts.map(({ domain }, number) => [domain, number]));
  return ({ memory }, device) => {
    const requester = placed.setUp.requesters[device];
    if (requester === undefined) return undefined;
    const found = findContextOf(placed, memory, requester);
    if (found === undefined) return undefined;
    const domain = numbers.get(found.domain);
    if (domain === undefined) throw new Defect('tables of devices tell of no domain');
    return { domain, words: found.words };
  };
};

/** Walks, by the tables of a context, and by what was kept: of a domain, whichever device asks. */
const walksBy = (
  setUp: SetUp,
  contexts: readonly DmaContext[],
): Pick<DeviceTranslator, 'byTables' | 'byKept'> => ({
  byTables: ({ memory }, { domain, words }, access) => {
    const context = { ...at(contexts, domain), words };
    const read = reading(memory, wordBytes);
    return letThrough(setUp.iommu.walk(read, context, requestOf(setUp, access)));
  },
  byKept: ({ memory }, { space, by }, access) => {
    if (by.kind !== 'words' && by.kind !== 'upper')
      throw new Defect('an IOMMU that walks tables keeps words');
    const read = readingHeld(by.words, reading(memory, wordBytes));
    const end = setUp.iommu.walk(read, at(contexts, space), requestOf(setUp, access));
    return by.kind === 'upper' && end.kind !== 'translated' ? undefined : letThrough(end);
  },
});

/** An IOMMU with its tables in memory: which device is in which domain, and where its addresses lead. */
export const iommuDevices = (
  setUp: SetUp,
  ranges: DeviceRanges,
  domains: number,
): DeviceTranslator => {
  const { iommu, name } = setUp;
  const placed: Placed = { setUp, ranges };
  const contexts = contextsOf(placed, domains);
  const edits = editsOf({
    pageBytes,
    addressEnd: iommu.addressEnd,
    edits: iommu.tables,
    baseOf: wordOfNumber,
    heldOf: heldBy(setUp, contexts),
  });
  return {
    name,
    pageBytes,
    ...deviceTables(placed),
    ...walksBy(setUp, contexts),
    findContext: contextFinder(placed, contexts),
    open: (domain) => edits.open(ranges.root(domain), ranges.tables(domain)),
    map: ({ memory, dma }, domain, page) =>
      edits.map(memory, at(dma.domains, domain), domain, page),
    unmap: ({ memory, dma }, domain, address) =>
      edits.unmap(memory, at(dma.domains, domain), domain, address),
    pages: ({ memory, dma }, domain) => {
      const { root } = tablesOf(at(dma.domains, domain));
      return iommu.tables.pages(reading(memory, wordBytes), wordOfNumber(root));
    },
  };
};
