import type { Access } from '../access.ts';
import { descriptorBits } from '../arm-long/bits.ts';
import type { Bearers, RightsOfRegime } from '../arm-long/regime.ts';
import { isSet } from '../word.ts';

/** What the descriptors of a translation together allow at EL0 and EL1. */
interface Allowed {
  readonly unprivileged: boolean;
  readonly writable: boolean;
  readonly userNever: boolean;
  readonly kernelNever: boolean;
}

/** Source: DDI 0487 D4.4.1: hierarchical control of data access permissions, and of instruction fetching. */
const allowedBy = ({ tables, leaf }: Bearers): Allowed => {
  const isLimited = (bit: number): boolean => tables.some((word) => isSet(word, bit));
  const unprivileged =
    isSet(leaf, descriptorBits.unprivileged) && !isLimited(descriptorBits.tablesPrivileged);
  const writable =
    !isSet(leaf, descriptorBits.writing) && !isLimited(descriptorBits.tablesReadOnly);
  return {
    unprivileged,
    writable,
    userNever:
      isSet(leaf, descriptorBits.executeNever) || isLimited(descriptorBits.tablesExecuteNever),
    kernelNever:
      isSet(leaf, descriptorBits.privilegedExecuteNever) ||
      isLimited(descriptorBits.tablesPrivilegedExecuteNever) ||
      (unprivileged && writable),
  };
};

/**
 * Which accesses the permissions permit, with SCTLR_EL1.WXN and PSTATE.PAN 0. EL1 never executes what
 * EL0 may write; EL0 may execute what it may not read.
 *
 * Source: DDI 0487 D4.4.1, tables D4-29, D4-32 and D4-33.
 */
export const permits = ({ kind, privilege }: Access, bearers: Bearers): boolean => {
  const { unprivileged, writable, userNever, kernelNever } = allowedBy(bearers);
  const isUser = privilege === 'user';
  switch (kind) {
    case 'load':
      return unprivileged || !isUser;
    case 'store':
      return writable && (unprivileged || !isUser);
    case 'execute':
      return isUser ? !userNever : !kernelNever;
  }
};

/**
 * What a page says for rights. UXN is said of the kernel's pages too: AP[1] keeps EL0 from their
 * data alone. DBM is 0: a page that is read-only stays so.
 */
export const numbersOf: RightsOfRegime['numbersOf'] = ({ write, execute, user }) => ({
  'AP[1]': Number(user),
  'AP[2]': Number(!write),
  UXN: Number(!(user && execute)),
  PXN: Number(user || !execute),
  DBM: 0,
});
