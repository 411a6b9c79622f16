import type { Access } from '../access.ts';
import type { Faulted } from '../walk.ts';

/** Why a walk of short descriptors does not end in a translation. */
export type ShortFault = 'notPresent' | 'accessFlag' | 'domain' | 'permission' | 'externalOnWalk';

/** The status of a fault, FS[3:0], at the first and the second level. */
const statuses: Readonly<Record<ShortFault, Readonly<Record<1 | 2, number>>>> = {
  notPresent: { 1: 0b0101, 2: 0b0111 },
  accessFlag: { 1: 0b0011, 2: 0b0110 },
  domain: { 1: 0b1001, 2: 0b1011 },
  permission: { 1: 0b1101, 2: 0b1111 },
  externalOnWalk: { 1: 0b1100, 2: 0b1110 },
};

/** What the fault status registers hold besides the status. */
export interface StatusForm {
  /** Has IFSR a domain, as DFSR has? */
  readonly tellsDomainOfFetches: boolean;
  /** Has DFSR the bit WnR, which tells writes? */
  readonly tellsWrites: boolean;
}

const wnr = 0x800;

/**
 * The abort of an access: a walk that the first-level descriptor ended tells no domain.
 *
 * Source: DDI 0406C B3.13, table B3-23, and B4.1.52, B4.1.96; DDI 0100I B4.6; spec/arch/armv5.md,
 *         spec/arch/armv7.md.
 */
export const abort = (
  fault: ShortFault,
  level: 1 | 2,
  domain: number,
  { kind }: Access,
  { tellsDomainOfFetches, tellsWrites }: StatusForm,
): Faulted => {
  const tellsDomain = kind !== 'execute' || tellsDomainOfFetches;
  return {
    kind: 'faulted',
    fault,
    raises: kind === 'execute' ? 'Prefetch Abort' : 'Data Abort',
    code:
      statuses[fault][level] |
      (tellsDomain ? domain << 4 : 0) |
      (tellsWrites && kind === 'store' ? wnr : 0),
    level,
  };
};
