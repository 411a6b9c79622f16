import { Defect, at } from '../../model/defect.ts';
import type { DmaContext, DmaRequest, DmaWalk } from '../iommu/iommu.ts';
import { emptyMemory, reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited } from '../page.ts';
import { wordOfNumber } from '../word.ts';
import type { DeviceRanges, SetUp } from './device-room.ts';
import type { DeviceTranslator, DmaAccess, LetThrough } from './device-translator.ts';
import { heldOfWalk } from './held.ts';
import { named, pageBytes } from './named.ts';
import { noting, readingHeld } from './seen.ts';
import { editsOf, tablesOf } from './table-edits.ts';
import type { TableParts } from './table-edits.ts';

/** Units: bytes of a word of these tables. */
const bytes = 8;

/** Addresses of requests have as many bits. */
const requestBits = 52;

const letThrough = (walk: DmaWalk): LetThrough =>
  walk.kind === 'translated' ? { kind: 'reached', physical: walk.address } : { kind: 'blocked' };

/** What was written of a device, which nobody but the kernel can keep from being so. */
const written = (done: Edited): PhysicalMemory => {
  if (done.kind === 'refused') throw new Defect(`tables of devices refuse: ${done.because}`);
  return done.memory;
};

/** Number 0 is none of a domain where absent entries may be kept. Source: D51397 6.1: caching mode. */
const tagOf = (domain: number): number => domain + 1;

/** Requests as the IOMMU takes them, for its tables at a place. */
interface Asking {
  readonly setUp: SetUp;
  readonly ranges: DeviceRanges;
}

const requestOf = ({ setUp }: Asking, { device, address, kind }: DmaAccess): DmaRequest => ({
  requester: setUp.requesters[device] ?? 0,
  address: named(address, requestBits),
  kind: kind === 'load' ? 'read' : 'write',
});

/** The context of each domain, as any device has it: seen on memory where nothing else is. */
const contextsOf = (
  { setUp: { iommu, requesters }, ranges }: Asking,
  domains: number,
): readonly DmaContext[] => {
  const base = wordOfNumber(ranges.table);
  const requester = requesters.find((one) => one !== undefined) ?? 0;
  const frame = ranges.end;
  const empty = emptyMemory(frame + pageBytes);
  return Array.from({ length: domains }, (_, domain) => {
    const which = { number: tagOf(domain), root: ranges.root(domain) };
    const memory = written(iommu.attach(empty, base, requester, which, [frame]));
    const request = { requester, address: wordOfNumber(0), kind: 'read' } as const;
    const found = iommu.findContext(reading(memory, bytes), base, request);
    if (found.kind === 'faulted') throw new Defect(`a domain has no context: ${found.fault}`);
    return found;
  });
};

/** What the IOMMU may hold of a page although no device has reached it. */
const heldBy =
  (asking: Asking, contexts: readonly DmaContext[]): TableParts['heldOf'] =>
  (memory, _space, number, address, freed) => {
    const { iommu } = asking.setUp;
    const { reading: read, seen } = noting(reading(memory, bytes));
    const ends = (['read', 'write'] as const).map((kind) =>
      iommu.walk(read, at(contexts, number), {
        requester: 0,
        address: named(address, requestBits),
        kind,
      }),
    );
    const [physical] = ends.flatMap((end) => (end.kind === 'translated' ? [end.address] : []));
    return heldOfWalk({ space: number, address, physical, words: [...seen] }, freed);
  };

/** What is gone by for requests: the tables of devices say it, and what they say has been seen of each domain. */
const contextParts = (
  asking: Asking,
  contexts: readonly DmaContext[],
): Pick<DeviceTranslator, 'findContext' | 'byTables' | 'byKept'> => {
  const { iommu, requesters } = asking.setUp;
  const base = wordOfNumber(asking.ranges.table);
  const byTag = new Map(contexts.map(({ domain }, number) => [domain, number]));
  if (byTag.size !== contexts.length) throw new Defect('an IOMMU has fewer tags than domains');
  const tagOfNumber = (number: number): number => contexts[number]?.domain ?? 0;
  return {
    findContext: ({ memory }, device) => {
      const requester = requesters[device];
      if (requester === undefined) return undefined;
      const request = { requester, address: wordOfNumber(0), kind: 'read' } as const;
      const found = iommu.findContext(reading(memory, bytes), base, request);
      if (found.kind === 'faulted') return undefined;
      const domain = byTag.get(found.domain);
      if (domain === undefined) throw new Defect('tables of devices tell of no domain');
      return { domain, words: found.words };
    },
    byTables: ({ memory }, { domain, words }, access) => {
      const context: DmaContext = { kind: 'context', domain: tagOfNumber(domain), words };
      return letThrough(iommu.walk(reading(memory, bytes), context, requestOf(asking, access)));
    },
    byKept: ({ memory }, { space, by }, access) => {
      if (by.kind !== 'words' && by.kind !== 'upper')
        throw new Defect('an IOMMU that walks tables keeps words');
      const read = readingHeld(by.words, reading(memory, bytes));
      const end = letThrough(iommu.walk(read, at(contexts, space), requestOf(asking, access)));
      return by.kind === 'upper' && end.kind === 'blocked' ? undefined : end;
    },
  };
};

/** Who is attached where, in the tables of devices; those beside the first stay where they are once they are there. */
const attachmentParts = ({
  setUp: { iommu, requesters },
  ranges,
}: Asking): Pick<DeviceTranslator, 'begin' | 'attach' | 'detach'> => {
  const base = wordOfNumber(ranges.table);
  const attached = (
    memory: PhysicalMemory,
    requester: number,
    domain: number,
    frames: readonly number[],
  ): readonly [PhysicalMemory, readonly number[]] => {
    const which = { number: tagOf(domain), root: ranges.root(domain) };
    const done = iommu.attach(memory, base, requester, which, frames);
    return [written(done), done.kind === 'edited' ? done.taken : []];
  };
  return {
    begin: (memory) => {
      let [now, free] = [memory, ranges.contexts];
      for (const requester of requesters) {
        if (requester === undefined) continue;
        const [next, taken] = attached(now, requester, 0, free);
        free = free.filter((frame) => !taken.includes(frame));
        now = written(iommu.detach(next, base, requester));
      }
      return now;
    },
    attach: ({ memory }, device, domain) => {
      const requester = requesters[device];
      if (requester === undefined) return memory;
      return attached(memory, requester, domain, [])[0];
    },
    detach: ({ memory }, device) => {
      const requester = requesters[device];
      return requester === undefined ? memory : written(iommu.detach(memory, base, requester));
    },
  };
};

/** An IOMMU with its tables in memory: which device is in which domain, and where its addresses lead. */
export const iommuDevices = (
  setUp: SetUp,
  ranges: DeviceRanges,
  domains: number,
): DeviceTranslator => {
  const { iommu, name } = setUp;
  const asking: Asking = { setUp, ranges };
  const contexts = contextsOf(asking, domains);
  const edits = editsOf({
    pageBytes,
    addressEnd: iommu.addressEnd,
    edits: iommu.tables,
    baseOf: wordOfNumber,
    heldOf: heldBy(asking, contexts),
  });
  return {
    name,
    pageBytes,
    ...attachmentParts(asking),
    ...contextParts(asking, contexts),
    open: (domain) => edits.open(ranges.root(domain), ranges.tables(domain)),
    map: ({ memory, dma }, domain, page) =>
      edits.map(memory, at(dma.domains, domain), domain, page),
    unmap: ({ memory, dma }, domain, address) =>
      edits.unmap(memory, at(dma.domains, domain), domain, address),
    pages: ({ memory, dma }, domain) =>
      iommu.tables.pages(
        reading(memory, bytes),
        wordOfNumber(tablesOf(at(dma.domains, domain)).root),
      ),
  };
};
