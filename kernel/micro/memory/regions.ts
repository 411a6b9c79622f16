import type { ProcessId } from '../../../model/ids.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { rowOf } from './memory.ts';
import type { MemoryPage, MemoryRow, Region } from './memory.ts';
import { unforgotten } from './translations.ts';

/** Where regions begin whose place the kernel chooses, and before which none lies. Units: bytes. */
export const firstAddress = 0x1_0000;

const endOf = ({ start, pages }: Region, pageBytes: number): number =>
  start + pages.length * pageBytes;

/** Pages that a process has reserved. */
const reservedPages = ({ regions }: MemoryRow): number =>
  regions.reduce((sum, { pages }) => sum + pages.length, 0);

/** Where something lies, or may still lie to some core. Units: bytes; `end` is behind the last. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

/** The pages of a process that some core has not forgotten: one that was mapped there would not be what it sees. */
const unforgottenPages = (
  { machine: { pageBytes, addressEnd } }: Plan,
  objects: Objects,
  process: ProcessId,
): readonly Extent[] =>
  unforgotten(objects, process).map((address) =>
    address === 'all'
      ? { start: 0, end: addressEnd }
      : { start: address, end: address + pageBytes },
  );

const isWithin = (start: number, end: number, extents: readonly Extent[]): boolean =>
  extents.some((extent) => start < extent.end && extent.start < end);

/** May some core still translate by what was mapped in a stretch? */
export const isUnforgotten = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  { region, first, count }: Stretch,
): boolean => {
  const { pageBytes } = plan.machine;
  const start = region.start + first * pageBytes;
  return isWithin(start, start + count * pageBytes, unforgottenPages(plan, objects, process));
};

/** The lowest gap of so many bytes. */
const lowestGap = (extents: readonly Extent[], bytes: number): number => {
  let start = firstAddress;
  for (const extent of [...extents].sort((one, other) => one.start - other.start)) {
    if (start + bytes <= extent.start) break;
    start = Math.max(start, extent.end);
  }
  return start;
};

/**
 * Where a new region may lie: at an address, or where the kernel chooses, for 0.
 *
 * Refuses: `invalidArgument`, for an address that is no page's, or none of programs; `occupied`, also where some core
 *          has not forgotten what was there; `pagesFull`, beyond what the process may reserve.
 */
export const placeOf = (
  plan: Plan,
  objects: Objects,
  process: ProcessId,
  address: number,
  count: number,
): number | 'invalidArgument' | 'occupied' | 'pagesFull' => {
  const { pageBytes, addressEnd } = plan.machine;
  const row = rowOf(objects.memory, process);
  if (reservedPages(row) + count > plan.limits.pages) return 'pagesFull';
  const extents = [
    ...row.regions.map((region) => ({ start: region.start, end: endOf(region, pageBytes) })),
    ...unforgottenPages(plan, objects, process),
  ];
  const start = address === 0 ? lowestGap(extents, count * pageBytes) : address;
  const end = start + count * pageBytes;
  if (start % pageBytes !== 0 || start < firstAddress || end > addressEnd) return 'invalidArgument';
  return isWithin(start, end, extents) ? 'occupied' : start;
};

/** Regions with one more, in the order of their addresses. */
export const withRegion = (regions: readonly Region[], region: Region): readonly Region[] =>
  [...regions, region].sort((one, other) => one.start - other.start);

/** Pages in a row within one region. */
export interface Stretch {
  readonly region: Region;
  readonly first: number;
  readonly count: number;
}

/** The stretch of a region that an address and a number of pages name; absent where they name none. */
export const findStretch = (
  { machine: { pageBytes } }: Plan,
  { memory }: Objects,
  process: ProcessId,
  address: number,
  count: number,
): Stretch | undefined => {
  const { regions } = rowOf(memory, process);
  const region = regions.find((one) => one.start <= address && address < endOf(one, pageBytes));
  if (region === undefined || address % pageBytes !== 0) return undefined;
  const first = (address - region.start) / pageBytes;
  return first + count <= region.pages.length ? { region, first, count } : undefined;
};

/** The pages of a stretch, with their addresses. */
export const pagesIn = (
  { machine: { pageBytes } }: Plan,
  { region, first, count }: Stretch,
): readonly { readonly address: number; readonly page: MemoryPage | undefined }[] =>
  region.pages.slice(first, first + count).map((page, index) => ({
    address: region.start + (first + index) * pageBytes,
    page,
  }));

/** The regions with other pages in a stretch. */
export const withStretch = (
  regions: readonly Region[],
  { region, first, count }: Stretch,
  change: (page: MemoryPage | undefined, index: number) => MemoryPage | undefined,
): readonly Region[] =>
  regions.map((old) =>
    old === region
      ? {
          ...old,
          pages: old.pages.map((page, index) =>
            index >= first && index < first + count ? change(page, index - first) : page,
          ),
        }
      : old,
  );
