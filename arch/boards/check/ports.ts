import type { ArchName } from '../../names.ts';
import { formatAddress } from '../complaint.ts';
import { overlapsOf } from '../region.ts';
import { partsOf } from './rule.ts';
import type { Rule } from './rule.ts';

/** How many ports each architecture has. */
const portsOf: Readonly<Record<ArchName, number>> = {
  x86: 0x10000,
  'x86-pae': 0x10000,
  x86_64: 0x10000,
  ept: 0,
  armv5: 0,
  armv7: 0,
  'armv7-lpae': 0,
  armv8: 0,
  'armv8-s2': 0,
  mips32: 0,
};

/** Ports are there, and are of one device each. */
export const checkPorts: Rule = (board, complain) => {
  const parts = partsOf(board, 'ports', ({ ports }) => ports);
  for (const { part, path } of parts) {
    if (part.first + part.count > portsOf[board.arch]) {
      complain('BRD-018', path, `${board.arch} has ${String(portsOf[board.arch])} ports`);
    }
    if (part.count === 0) complain('BRD-019', path, 'one port at least is expected');
  }
  const overlaps = overlapsOf(parts, ({ part: { first, count } }) => ({
    base: first,
    bytes: count,
  }));
  for (const { item, met } of overlaps) {
    const at = formatAddress(met.part.first);
    complain('BRD-019', item.path, `overlaps ports of "${met.device.name}" at ${at}`);
  }
};
