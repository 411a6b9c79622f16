import type { Access } from '../access.ts';
import type { SoftwareTlb, TlbFormat } from '../software-tlb.ts';
import type { Walk } from '../walk.ts';
import { effective, entryOf } from './entry.ts';
import { exception } from './exceptions.ts';
import { entryHi, entryLo, pageMask } from './layouts.ts';
import { matchesOf } from './lookup.ts';
import type { Match } from './lookup.ts';
import { pageSizes } from './page-sizes.ts';
import { findSegment, unmappedAddress } from './segments.ts';

/** May an access use a match that is valid? What is there can be read and executed. */
export const permits = ({ kind }: Access, { dirty }: Match): boolean => kind !== 'store' || dirty;

/** What tells a MIPS32 from one with a hole: parts, so that a wrong one can be planted. */
export interface Mips32Parts {
  readonly findSegment: typeof findSegment;
  readonly matchesOf: typeof matchesOf;
  readonly permits: typeof permits;
}

const walkBy =
  (parts: Mips32Parts) =>
  (tlb: SoftwareTlb, access: Access): Walk => {
    const { address, kind, privilege } = access;
    const segment = parts.findSegment(address, privilege);
    if (segment === undefined) return exception('addressError', kind);
    if (segment === 'unmapped') {
      return { kind: 'translated', address: unmappedAddress(address), updates: [] };
    }
    const [match, another] = parts.matchesOf(tlb, address);
    if (match === undefined) return exception('notPresent', kind);
    if (another !== undefined) return exception('machineCheck', kind);
    if (!match.valid) return exception('invalid', kind);
    if (!parts.permits(access, match)) return exception('modified', kind);
    return { kind: 'translated', address: match.address, updates: [] };
  };

export const mips32Parts: Mips32Parts = { findSegment, matchesOf, permits };

/** A MIPS32 with the parts that are given. */
export const makeMips32 = (parts: Mips32Parts): TlbFormat => ({
  name: 'mips32',
  addressBits: 32,
  physicalBits: 32,
  asidBits: 8,
  layouts: [entryHi, entryLo, pageMask],
  walk: walkBy(parts),
  entryOf,
  effective,
  pageSizes,
});

/** A TLB of pairs of pages, and segments. Source: MD00090 4, 5 and 8; spec/arch/mips32.md. */
export const mips32 = makeMips32(mips32Parts);
