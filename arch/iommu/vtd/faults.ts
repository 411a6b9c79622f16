import { and, field, ones } from '../../word.ts';
import type { DmaFaultName, DmaFaulted } from '../fault.ts';
import type { DmaRequest } from '../iommu.ts';
import { encodeRecord } from '../record.ts';
import { recordHigh } from './layouts.ts';

/**
 * Fault reasons of DMA, and whether the context entry may keep them from being recorded (`qualified`).
 *
 * Source: D51397 7.2.1; appendix A.
 */
const reasons = {
  rootNotPresent: { code: 0x1, fault: 'noContext', qualified: false },
  contextNotPresent: { code: 0x2, fault: 'noContext', qualified: true },
  contextInvalid: { code: 0x3, fault: 'invalidContext', qualified: true },
  beyondWidth: { code: 0x4, fault: 'beyondWidth', qualified: true },
  write: { code: 0x5, fault: 'permission', qualified: true },
  read: { code: 0x6, fault: 'permission', qualified: true },
  entryAccess: { code: 0x7, fault: 'externalOnWalk', qualified: true },
  rootAccess: { code: 0x8, fault: 'externalOnContext', qualified: false },
  contextAccess: { code: 0x9, fault: 'externalOnContext', qualified: false },
  rootReserved: { code: 0xa, fault: 'reservedInContext', qualified: false },
  contextReserved: { code: 0xb, fault: 'reservedInContext', qualified: true },
  entryReserved: { code: 0xc, fault: 'reserved', qualified: true },
} as const satisfies Record<string, { code: number; fault: DmaFaultName; qualified: boolean }>;

export type VtdReason = keyof typeof reasons;

/** The fault of a request, with its record. Shape: `fpd` is that of the context entry, 1 for no record. */
export const vtdFault = (
  reason: VtdReason,
  { requester, address, kind }: DmaRequest,
  fpd: number,
): DmaFaulted => {
  const { code, fault, qualified } = reasons[reason];
  const [high] = encodeRecord([recordHigh], {
    SID: requester,
    FR: code,
    T: kind === 'read' ? 1 : 0,
    F: 1,
  });
  const isSilent = (qualified && fpd === 1) || high === undefined;
  const record = isSilent ? undefined : [and(address, ones(12, 63)), high];
  return { kind: 'faulted', fault, code, record };
};

/** A request that no entry is for: R and W are what it lacks. */
export const absentFault = (request: DmaRequest, fpd: number): DmaFaulted => ({
  ...vtdFault(request.kind, request, fpd),
  fault: 'notPresent',
});

/** Bus, device and function that a requester is. Source: D51397 3.4.1. */
export const busOf = (requester: number): number => Math.floor(requester / 256) % 256;

export const functionOf = (requester: number): number => requester % 256;

/** Is an address one where writes become interrupts? Source: D51397 3.14. */
export const isInterruptAddress = (address: DmaRequest['address']): boolean =>
  address.high === 0 && field(address, 20, 31) === 0xfee;
