import type { Access } from '../access.ts';
import { isSet } from '../word.ts';
import { descriptorBits } from './bits.ts';
import type { Bearers } from './regime.ts';

/** What the descriptors of a first stage together say of rights. */
export interface Permissions {
  /** EL0, or PL0, may access what EL1, or PL1, may. */
  readonly unprivileged: boolean;
  readonly writable: boolean;
  readonly executeNever: boolean;
  readonly privilegedExecuteNever: boolean;
}

/**
 * The permissions of a block or page within the limits of the tables above it.
 *
 * Source: DDI 0487 D4.4.1: hierarchical control of data access permissions, and of instruction
 *         fetching; DDI 0406C B3.7.1 and B3.7.2.
 */
export const permissionsOf = ({ tables, leaf }: Bearers): Permissions => {
  const isLimited = (bit: number): boolean => tables.some((word) => isSet(word, bit));
  return {
    unprivileged:
      isSet(leaf, descriptorBits.unprivileged) && !isLimited(descriptorBits.tablesPrivileged),
    writable: !isSet(leaf, descriptorBits.writing) && !isLimited(descriptorBits.tablesReadOnly),
    executeNever:
      isSet(leaf, descriptorBits.executeNever) || isLimited(descriptorBits.tablesExecuteNever),
    privilegedExecuteNever:
      isSet(leaf, descriptorBits.privilegedExecuteNever) ||
      isLimited(descriptorBits.tablesPrivilegedExecuteNever),
  };
};

/** May data be read or written? Source: DDI 0487 D4.4.1, table D4-29; DDI 0406C B3.7.1. */
export const permitsData = (
  { privilege }: Access,
  kind: 'load' | 'store',
  { unprivileged, writable }: Permissions,
): boolean => (unprivileged || privilege === 'kernel') && (writable || kind === 'load');
