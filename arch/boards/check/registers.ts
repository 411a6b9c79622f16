import type { Board, MapRegion } from '../board.ts';
import { formatAddress } from '../complaint.ts';
import type { ComplainOfBoard } from '../complaint.ts';
import { contains, endOf, overlapsOf } from '../region.ts';
import type { Region } from '../region.ts';
import { sharedPagesOf } from '../sharing.ts';
import { checkShared } from './shared.ts';
import { partsOf } from './rule.ts';
import type { DevicePart, Rule } from './rule.ts';

/** The regions of devices, those that touch joined, in the order of addresses. */
const joined = (map: readonly MapRegion[]): readonly Region[] => {
  const regions: Region[] = [];
  const ofDevices = map.filter(({ holds }) => holds === 'devices');
  for (const { base, bytes } of [...ofDevices].sort((left, right) => left.base - right.base)) {
    const last = regions.at(-1);
    if (last === undefined || base > endOf(last)) regions.push({ base, bytes });
    else regions[regions.length - 1] = { ...last, bytes: base + bytes - last.base };
  }
  return regions;
};

/** The items that no region holds all of; regions are in the order of addresses, and do not touch. */
const outside = <Item extends { readonly part: Region }>(
  items: readonly Item[],
  regions: readonly Region[],
): readonly Item[] => {
  let at = 0;
  const isOutside = ({ part }: Item): boolean => {
    while ((regions[at + 1]?.base ?? Infinity) <= part.base) at += 1;
    const region = regions[at];
    return region === undefined || !contains(region, part);
  };
  return [...items].sort((left, right) => left.part.base - right.part.base).filter(isOutside);
};

const checkPlaces = (
  board: Board,
  parts: readonly DevicePart<Region>[],
  complain: ComplainOfBoard,
): void => {
  for (const { part, path } of parts) {
    if (part.bytes === 0) complain('BRD-016', path, 'one byte at least is expected');
  }
  const { doorbell } = board.interrupts;
  const bell = doorbell === undefined ? [] : [{ part: doorbell, path: 'interrupts.doorbell' }];
  for (const { part, path } of outside([...parts, ...bell], joined(board.map))) {
    complain('BRD-015', path, `no region of devices holds all of ${formatAddress(part.base)}`);
  }
};

/** Registers lie in the map, are of one device each, and share pages only where that is said. */
export const checkRegisters: Rule = (board, complain) => {
  const parts = partsOf(board, 'mmio', ({ mmio }) => mmio);
  checkPlaces(board, parts, complain);
  for (const { item, met } of overlapsOf(parts, ({ part }) => part)) {
    complain('BRD-016', item.path, `overlaps registers of "${met.device.name}"`);
  }
  const said = board.sharedPages.map(({ base, devices }, index) => ({
    of: base,
    devices,
    path: `sharedPages[${String(index)}]`,
  }));
  const what = (base: number): string => `the page at ${formatAddress(base)}`;
  checkShared(sharedPagesOf(board), said, { code: 'BRD-017', what }, complain);
};
