import { ramOf } from '../board.ts';
import { formatAddress } from '../complaint.ts';
import { endOf, overlapsOf } from '../region.ts';
import type { Rule } from './rule.ts';

const checkRegions: Rule = ({ map, pageBytes, physicalBits }, complain) => {
  for (const [index, region] of map.entries()) {
    const path = `map[${String(index)}]`;
    if (region.bytes === 0 || region.base % pageBytes !== 0 || region.bytes % pageBytes !== 0) {
      complain('BRD-011', path, `whole pages of ${String(pageBytes)} bytes are expected`);
    }
    if (endOf(region) > 2 ** physicalBits) {
      complain('BRD-012', path, `addresses have ${String(physicalBits)} bits`);
    }
  }
};

const checkOverlaps: Rule = ({ map }, complain) => {
  const placed = map.map((region, index) => ({ region, path: `map[${String(index)}]` }));
  for (const { item, met } of overlapsOf(placed, ({ region }) => region)) {
    const { name, base } = met.region;
    complain('BRD-013', item.path, `overlaps "${name}" at ${formatAddress(base)}`);
  }
};

/** The memory map is of whole pages, lies within the physical addresses, and says nothing twice. */
export const checkMap: Rule = (board, complain) => {
  checkRegions(board, complain);
  checkOverlaps(board, complain);
  if (ramOf(board).length === 0) {
    complain('BRD-014', 'map', 'a region that holds "ram" is expected');
  }
};
