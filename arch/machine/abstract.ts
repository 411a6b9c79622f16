import { Defect } from '../../model/defect.ts';
import type { AccessKind } from '../access.ts';
import type { Rights } from '../page.ts';
import type { Walk } from '../walk.ts';
import type {
  Cached,
  EditedSpace,
  MappedPage,
  Space,
  SpaceAccess,
  Translator,
} from './translator.ts';

const pageBytes = 0x1000;

const pagesOf = (space: Space): readonly MappedPage[] => {
  if (space.kind !== 'map') throw new Defect('the abstract machine has no tables');
  return space.pages;
};

const allows = (rights: Rights, kind: AccessKind): boolean =>
  rights.user && { load: rights.read, store: rights.write, execute: rights.execute }[kind];

const offsetIn = (address: number): number => address % pageBytes;

const hasAny = ({ read, write, execute }: Rights): boolean => read || write || execute;

const startOf = (address: number): number => address - offsetIn(address);

const walkTo = (physical: number, rights: Rights, { address, kind }: SpaceAccess): Walk =>
  allows(rights, kind)
    ? { kind: 'translated', address: physical + offsetIn(address), updates: [] }
    : { kind: 'faulted', fault: 'permission', raises: 'Page Fault', code: permissionCode };

/** The codes of the abstract machine's faults: it has none of an architecture's. */
const permissionCode = 1;
const notPresentCode = 0;

const staleOf = (space: number, { address, physical, rights }: MappedPage): Cached => ({
  space,
  address,
  physical,
  by: { kind: 'page', rights },
});

const found = (space: Space, address: number): MappedPage | undefined =>
  pagesOf(space).find((page) => page.address === address);

const withPages = (
  { memory }: Pick<EditedSpace, 'memory'>,
  pages: readonly MappedPage[],
  stale: readonly Cached[] = [],
): EditedSpace => ({ memory, space: { kind: 'map', pages }, stale });

/**
 * The abstract machine: a map of pages, and what was taken away or changed, which any core may still hold
 * until it is invalidated, whether it has used it or not: no TLB can hold more.
 *
 * Source: ARCHITECTURE.md, "Machines".
 */
export const abstract: Translator = {
  name: 'abstract',
  pageBytes,
  addressEnd: 2 ** 32,
  effective: (rights) => rights,
  open: () => ({ kind: 'map', pages: [] }),
  byTables: (memory, space, access) => {
    const page = found(space, startOf(access.address));
    const walk: Walk =
      page === undefined
        ? { kind: 'faulted', fault: 'notPresent', raises: 'Page Fault', code: notPresentCode }
        : walkTo(page.physical, page.rights, access);
    return { walk, memory, cached: undefined };
  },
  byCached: (_memory, _space, { physical, by }, access) => {
    if (by.kind !== 'page') throw new Defect('a core of the abstract machine keeps pages');
    return walkTo(physical, by.rights, access);
  },
  map: (memory, space, _number, page) => {
    if (!hasAny(page.rights)) return 'noRights';
    if (page.address % pageBytes !== 0 || page.physical % pageBytes !== 0) return 'misaligned';
    if (found(space, page.address) !== undefined) return 'occupied';
    const pages = [...pagesOf(space), page].sort((one, other) => one.address - other.address);
    return withPages({ memory }, pages);
  },
  unmap: (memory, space, number, address) => {
    const page = found(space, address);
    if (page === undefined) return 'notMapped';
    const rest = pagesOf(space).filter((one) => one !== page);
    return withPages({ memory }, rest, [staleOf(number, page)]);
  },
  protect: (memory, space, number, address, rights) => {
    if (!hasAny(rights)) return 'noRights';
    const page = found(space, address);
    if (page === undefined) return 'notMapped';
    const pages = pagesOf(space).map((one) => (one === page ? { ...page, rights } : one));
    return withPages({ memory }, pages, [staleOf(number, page)]);
  },
};
