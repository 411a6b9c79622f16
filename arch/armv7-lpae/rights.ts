import { permissionsOf, permitsData } from '../arm-long/permissions.ts';
import type { RightsOfRegime } from '../arm-long/regime.ts';

/**
 * Which accesses the permissions permit, with SCTLR.WXN and UWXN 0. What is not readable is not
 * executable; XN counts at PL0 and PL1, PXN at PL1 alone.
 *
 * Source: DDI 0406C B3.7.1 and B3.7.2.
 */
export const permits: RightsOfRegime['permits'] = (access, bearers) => {
  const permissions = permissionsOf(bearers);
  if (access.kind !== 'execute') return permitsData(access, access.kind, permissions);
  return (
    permitsData(access, 'load', permissions) &&
    !permissions.executeNever &&
    (access.privilege === 'user' || !permissions.privilegedExecuteNever)
  );
};

/** What a page says for rights: PL1 executes none of PL0's. */
export const numbersOf: RightsOfRegime['numbersOf'] = ({ write, execute, user }) => ({
  'AP[1]': Number(user),
  'AP[2]': Number(!write),
  XN: Number(!execute),
  PXN: Number(user || !execute),
});
