import { Defect } from '../../model/defect.ts';
import type { DmaContext } from '../iommu/iommu.ts';
import { emptyMemory, reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited } from '../page.ts';
import { wordOfNumber } from '../word.ts';
import type { DeviceRanges, SetUp } from './device-room.ts';
import type { DeviceTranslator } from './device-translator.ts';
import { pageBytes } from './named.ts';

/** Units: bytes of a word of these tables. */
export const wordBytes = 8;

/** An IOMMU, and where its tables lie. */
export interface Placed {
  readonly setUp: SetUp;
  readonly ranges: DeviceRanges;
}

type Done = Extract<Edited, { readonly kind: 'edited' }>;

/** Throws: `Defect`, for what tables refuse: who is attached where is the machine's to know. */
const sure = (done: Edited): Done => {
  if (done.kind === 'refused') throw new Defect(`tables of devices refuse: ${done.because}`);
  return done;
};

/** Number 0 is no domain's where entries that are not present may be kept. Source: D51397 6.1: caching mode. */
const tagOf = (domain: number): number => domain + 1;

const attached = (
  { setUp: { iommu }, ranges }: Placed,
  memory: PhysicalMemory,
  requester: number,
  domain: number,
  frames: readonly number[],
): Done => {
  const which = { number: tagOf(domain), root: ranges.root(domain) };
  return sure(iommu.attach(memory, wordOfNumber(ranges.table), requester, which, frames));
};

/** What tables of devices say of a requester; absent where it is in no domain. */
export const findContextOf = (
  { setUp: { iommu }, ranges }: Placed,
  memory: PhysicalMemory,
  requester: number,
): DmaContext | undefined => {
  const request = { requester, address: wordOfNumber(0), kind: 'read' } as const;
  const base = wordOfNumber(ranges.table);
  const found = iommu.findContext(reading(memory, wordBytes), base, request);
  return found.kind === 'faulted' ? undefined : found;
};

/**
 * The context of each domain, as any device has it: seen on memory where nothing else is.
 *
 * Throws: `Defect`, for more domains than an IOMMU tells apart.
 */
export const contextsOf = (placed: Placed, domains: number): readonly DmaContext[] => {
  const { setUp, ranges } = placed;
  const requester = setUp.requesters.find((one) => one !== undefined) ?? 0;
  const empty = emptyMemory(ranges.end + pageBytes);
  const contexts = Array.from({ length: domains }, (_, domain) => {
    const { memory } = attached(placed, empty, requester, domain, [ranges.end]);
    const found = findContextOf(placed, memory, requester);
    if (found === undefined) throw new Defect('a domain has no context');
    return found;
  });
  if (new Set(contexts.map(({ domain }) => domain)).size !== domains)
    throw new Defect('an IOMMU has fewer tags than domains');
  return contexts;
};

/** Memory with the tables beside the first, in which nobody is attached: each device is once, and is taken out again. */
const begun = (placed: Placed, memory: PhysicalMemory): PhysicalMemory => {
  const { setUp, ranges } = placed;
  let [now, free] = [memory, ranges.contexts];
  for (const requester of setUp.requesters) {
    if (requester === undefined) continue;
    const { memory: next, taken } = attached(placed, now, requester, 0, free);
    free = free.filter((frame) => !taken.includes(frame));
    now = sure(setUp.iommu.detach(next, wordOfNumber(ranges.table), requester)).memory;
  }
  return now;
};

/** Who is attached where, as the tables of devices say it; those beside the first are there from the beginning. */
export const deviceTables = (
  placed: Placed,
): Pick<DeviceTranslator, 'begin' | 'attach' | 'detach'> => {
  const { iommu, requesters } = placed.setUp;
  const base = wordOfNumber(placed.ranges.table);
  return {
    begin: (memory) => begun(placed, memory),
    attach: ({ memory }, device, domain) => {
      const requester = requesters[device];
      if (requester === undefined) return memory;
      return attached(placed, memory, requester, domain, []).memory;
    },
    detach: ({ memory }, device) => {
      const requester = requesters[device];
      return requester === undefined ? memory : sure(iommu.detach(memory, base, requester)).memory;
    },
  };
};
