import { permissionsOf, permitsData } from '../arm-long/permissions.ts';
import type { RightsOfRegime } from '../arm-long/regime.ts';

/**
 * Which accesses the permissions permit, with SCTLR_EL1.WXN and PSTATE.PAN 0. EL1 never executes what
 * EL0 may write; EL0 may execute what it may not read.
 *
 * Source: DDI 0487 D4.4.1, tables D4-29, D4-32 and D4-33.
 */
export const permits: RightsOfRegime['permits'] = (access, bearers) => {
  const permissions = permissionsOf(bearers);
  if (access.kind !== 'execute') return permitsData(access, access.kind, permissions);
  if (access.privilege === 'user') return !permissions.executeNever;
  const isWrittenByUsers = permissions.unprivileged && permissions.writable;
  return !permissions.privilegedExecuteNever && !isWrittenByUsers;
};

/**
 * What a page says for rights. UXN is said of the kernel's pages too, as AP[1] keeps EL0 from their
 * data alone; EL1 executes none of EL0's. DBM is 0: a page that is read-only stays so.
 */
export const numbersOf: RightsOfRegime['numbersOf'] = ({ write, execute, user }) => ({
  'AP[1]': Number(user),
  'AP[2]': Number(!write),
  UXN: Number(!(user && execute)),
  PXN: Number(user || !execute),
  DBM: 0,
});
