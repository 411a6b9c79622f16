import type { Access } from '../access.ts';
import type { Faulted } from '../walk.ts';

/** What all entries of a translation together allow. */
export interface Allowed {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}

const accessBit = { load: 0x01, store: 0x02, execute: 0x04 } as const;

/** The guest's linear address is valid, and the access is to what it translates to. */
const byLinearAddress = 0x180;

/**
 * An EPT violation, with its exit qualification.
 *
 * Source: SDM 3C 27.2.1, table 27-7.
 */
export const violation = (
  fault: 'notPresent' | 'permission',
  { kind }: Access,
  { read, write, execute }: Allowed,
): Faulted => ({
  kind: 'faulted',
  fault,
  raises: 'EPT violation',
  code:
    accessBit[kind] |
    (read ? 0x08 : 0) |
    (write ? 0x10 : 0) |
    (execute ? 0x20 : 0) |
    byLinearAddress,
});

/** An EPT misconfiguration: its exit qualification is cleared. Source: SDM 3C 27.2.1, 28.2.3.1. */
export const misconfiguration: Faulted = {
  kind: 'faulted',
  fault: 'reserved',
  raises: 'EPT misconfiguration',
  code: 0,
};

/** VM entry with an EPTP that is invalid: VM-instruction error 7. Source: SDM 3C 26.2.1.1, 30.4. */
export const invalidPointer: Faulted = {
  kind: 'faulted',
  fault: 'reserved',
  raises: 'VM-entry failure',
  code: 7,
};
