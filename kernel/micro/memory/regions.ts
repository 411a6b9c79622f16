import type { ProcessId } from '../../../model/ids.ts';
import type { Objects } from '../objects.ts';
import type { Plan } from '../plan.ts';
import { rowOf } from './memory.ts';
import type { MemoryPage, MemoryRow, Region } from './memory.ts';

/** Where regions begin whose place the kernel chooses, and before which none lies. Units: bytes. */
export const firstAddress = 0x1_0000;

const endOf = ({ start, pages }: Region, pageBytes: number): number =>
  start + pages.length * pageBytes;

/** Pages that a process has reserved. */
const reservedPages = ({ regions }: MemoryRow): number =>
  regions.reduce((sum, { pages }) => sum + pages.length, 0);

/** The lowest gap of so many bytes between regions, which are in the order of their addresses. */
const lowestGap = ({ regions }: MemoryRow, bytes: number, pageBytes: number): number => {
  let start = firstAddress;
  for (const region of regions) {
    if (start + bytes <= region.start) break;
    start = Math.max(start, endOf(region, pageBytes));
  }
  return start;
};

/**
 * Where a new region may lie: at an address, or where the kernel chooses, for 0.
 *
 * Refuses: `invalidArgument`, for an address that is no page's, or none of programs; `occupied`;
 *          `pagesFull`, beyond what the process may reserve.
 */
export const placeOf = (
  { machine, limits }: Plan,
  { memory }: Objects,
  process: ProcessId,
  address: number,
  count: number,
): number | 'invalidArgument' | 'occupied' | 'pagesFull' => {
  const { pageBytes, addressEnd } = machine;
  const row = rowOf(memory, process);
  if (reservedPages(row) + count > limits.pages) return 'pagesFull';
  const start = address === 0 ? lowestGap(row, count * pageBytes, pageBytes) : address;
  const end = start + count * pageBytes;
  if (start % pageBytes !== 0 || start < firstAddress || end > addressEnd) return 'invalidArgument';
  const overlaps = (region: Region): boolean =>
    start < endOf(region, pageBytes) && region.start < end;
  return row.regions.some(overlaps) ? 'occupied' : start;
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
