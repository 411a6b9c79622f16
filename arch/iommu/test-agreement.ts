import { absurd } from '../../model/defect.ts';
import { emptyMemory, reading } from '../memory.ts';
import type { PhysicalMemory } from '../memory.ts';
import type { Edited, EditRefusal, Page, Rights } from '../page.ts';
import { numberOf, wordOfNumber } from '../word.ts';
import type { Word } from '../word.ts';
import { translate } from './iommu.ts';
import type { DmaRequest, DmaWalk, Domain, Iommu, IommuFormat } from './iommu.ts';

/** What a driver of an IOMMU does, and what devices do. Shape: `domain` is an index. */
export type DmaCommand =
  | { readonly kind: 'attach'; readonly requester: number; readonly domain: number }
  | { readonly kind: 'detach'; readonly requester: number }
  | { readonly kind: 'map'; readonly domain: number; readonly page: Page }
  | { readonly kind: 'unmap'; readonly domain: number; readonly address: Word }
  | {
      readonly kind: 'protect';
      readonly domain: number;
      readonly address: Word;
      readonly rights: Rights;
    }
  | { readonly kind: 'dma'; readonly request: DmaRequest };

/** An IOMMU under test. Shape: `doorbells` are addresses of writes that are interrupts, in words that no format knows. */
export interface DmaSubject {
  readonly format: IommuFormat;
  readonly settings: Readonly<Record<string, number>>;
  readonly doorbells: (address: number) => boolean;
}

/** The table of devices: 64 KB, at a multiple of its size. */
const base = wordOfNumber(0x100000);

export const domains: readonly Domain[] = [
  { number: 5, root: 0x8000 },
  { number: 6, root: 0x9000 },
  { number: 7, root: 0xa000 },
];

const frames: readonly number[] = Array.from({ length: 96 }, (_, index) => 0x200000 + index * 4096);

const rootOf = (domain: number): number => domains[domain]?.root ?? 0;

/** The plain maps: which domain each requester is in, and which pages each domain has. */
interface Plain {
  readonly attached: ReadonlyMap<number, number>;
  readonly pages: readonly (readonly [domain: number, page: Page])[];
}

interface World extends Plain {
  readonly memory: PhysicalMemory;
  readonly free: readonly number[];
}

const offsetIn = (page: Page, address: Word): number => numberOf(address) - numberOf(page.address);

const covers = (page: Page, address: Word): boolean => {
  const offset = offsetIn(page, address);
  return offset >= 0 && offset < page.size;
};

const overlaps = (one: Page, other: Page): boolean =>
  covers(one, other.address) || covers(other, one.address);

const findPage = ({ pages }: Plain, domain: number, address: Word): Page | undefined =>
  pages.find(([where, page]) => where === domain && covers(page, address))?.[1];

type Edit = Exclude<DmaCommand, { kind: 'dma' }>;

const lacksAny = ({ read, write }: Rights): boolean => !read && !write;

const refusalOfPage = (
  { doorbells }: DmaSubject,
  plain: Plain,
  edit: Extract<Edit, { address: Word }>,
): EditRefusal | undefined => {
  if (edit.kind === 'protect' && lacksAny(edit.rights)) return 'noRights';
  if (doorbells(numberOf(edit.address))) return 'outOfRange';
  const page = findPage(plain, edit.domain, edit.address);
  if (page === undefined) return 'notMapped';
  return offsetIn(page, edit.address) === 0 ? undefined : 'misaligned';
};

const expectedRefusal = (
  subject: DmaSubject,
  plain: Plain,
  edit: Edit,
): EditRefusal | undefined => {
  switch (edit.kind) {
    case 'attach':
      return plain.attached.has(edit.requester) ? 'occupied' : undefined;
    case 'detach':
      return plain.attached.has(edit.requester) ? undefined : 'notMapped';
    case 'map': {
      const { domain, page } = edit;
      if (lacksAny(page.rights)) return 'noRights';
      if (subject.doorbells(numberOf(page.address))) return 'outOfRange';
      const isTaken = plain.pages.some(([where, one]) => where === domain && overlaps(one, page));
      return isTaken ? 'occupied' : undefined;
    }
    case 'unmap':
    case 'protect':
      return refusalOfPage(subject, plain, edit);
    default:
      return absurd(edit);
  }
};

const expectedEnd = (
  { doorbells }: DmaSubject,
  plain: Plain,
  { requester, address, kind }: DmaRequest,
): string => {
  if (doorbells(numberOf(address))) return 'interrupt';
  const domain = plain.attached.get(requester);
  if (domain === undefined) return 'noContext';
  const page = findPage(plain, domain, address);
  if (page === undefined) return 'notPresent';
  return page.rights[kind] ? String(page.physical + offsetIn(page, address)) : 'permission';
};

const endText = (walk: DmaWalk): string => {
  switch (walk.kind) {
    case 'translated':
      return String(walk.address);
    case 'interrupt':
      return 'interrupt';
    case 'faulted':
      return walk.fault;
  }
};

const doEdit = (iommu: Iommu, { memory, free }: World, edit: Edit): Edited => {
  switch (edit.kind) {
    case 'attach': {
      const domain = domains[edit.domain] ?? { number: 0, root: 0 };
      return iommu.attach(memory, base, edit.requester, domain, free);
    }
    case 'detach':
      return iommu.detach(memory, base, edit.requester);
    case 'map':
      return iommu.tables.map(memory, wordOfNumber(rootOf(edit.domain)), edit.page, free);
    case 'unmap':
      return iommu.tables.unmap(memory, wordOfNumber(rootOf(edit.domain)), edit.address);
    case 'protect':
      return iommu.tables.protect(
        memory,
        wordOfNumber(rootOf(edit.domain)),
        edit.address,
        edit.rights,
      );
    default:
      return absurd(edit);
  }
};

const plainAfter = ({ tables }: Iommu, { attached, pages }: Plain, edit: Edit): Plain => {
  switch (edit.kind) {
    case 'attach':
      return { pages, attached: new Map([...attached, [edit.requester, edit.domain]]) };
    case 'detach':
      return { pages, attached: new Map([...attached].filter(([one]) => one !== edit.requester)) };
    case 'map': {
      const page = { ...edit.page, rights: tables.effective(edit.page.rights) };
      return { attached, pages: [...pages, [edit.domain, page]] };
    }
    case 'unmap':
    case 'protect': {
      const isMeant = (domain: number, page: Page): boolean =>
        domain === edit.domain && covers(page, edit.address);
      const next = pages.flatMap(([domain, page]) => {
        if (!isMeant(domain, page)) return [[domain, page] as const];
        if (edit.kind === 'unmap') return [];
        return [[domain, { ...page, rights: tables.effective(edit.rights) }] as const];
      });
      return { attached, pages: next };
    }
    default:
      return absurd(edit);
  }
};

/** What differs from the plain maps after one command, or the world after it. */
const advance = (
  subject: DmaSubject,
  iommu: Iommu,
  world: World,
  command: DmaCommand,
): World | string => {
  if (command.kind === 'dma') {
    const walk = translate(iommu, reading(world.memory, 8), base, command.request);
    const expected = expectedEnd(subject, world, command.request);
    return endText(walk) === expected ? world : `DMA: ${endText(walk)}, not ${expected}`;
  }
  const done = doEdit(iommu, world, command);
  const refusal = expectedRefusal(subject, world, command);
  if (done.kind === 'refused')
    return done.because === refusal
      ? world
      : `${command.kind}: ${done.because}, not ${refusal ?? 'done'}`;
  if (refusal !== undefined) return `${command.kind}: done, not ${refusal}`;
  const free = [...world.free.filter((frame) => !done.taken.includes(frame)), ...done.freed];
  if (new Set(free).size !== free.length) return 'a frame was freed twice';
  return { ...plainAfter(iommu, world, command), memory: done.memory, free };
};

/** The first difference between an IOMMU and plain maps over commands, if there is one. */
export const findDmaDisagreement = (
  subject: DmaSubject,
  commands: readonly DmaCommand[],
): string | undefined => {
  const iommu = subject.format.under(subject.settings);
  let world: World = {
    memory: emptyMemory(2 ** 40),
    free: frames,
    attached: new Map(),
    pages: [],
  };
  for (const command of commands) {
    const next = advance(subject, iommu, world, command);
    if (typeof next === 'string') return next;
    world = next;
  }
  return undefined;
};
