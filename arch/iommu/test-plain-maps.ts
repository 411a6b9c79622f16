import { absurd } from '../../model/defect.ts';
import type { EditRefusal, Page, Rights } from '../page.ts';
import { numberOf } from '../word.ts';
import type { Word } from '../word.ts';
import type { DmaRequest, Iommu, IommuFormat } from './iommu.ts';

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

/** The plain maps: which domain each requester is in, and which pages each domain has. */
export interface Plain {
  readonly attached: ReadonlyMap<number, number>;
  readonly pages: readonly (readonly [domain: number, page: Page])[];
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

export type Edit = Exclude<DmaCommand, { kind: 'dma' }>;

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

/** Why an edit is to be refused, if it is. */
export const expectedRefusal = (
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

/** What a request is to come to. */
export const expectedEnd = (
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

/** The plain maps after an edit that was done. */
export const plainAfter = ({ tables }: Iommu, { attached, pages }: Plain, edit: Edit): Plain => {
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
