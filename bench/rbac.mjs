// @ts-check
/** Bench `rbac`: 500 users, 10 roles, 100 resources, 3 actions, 300 grants, 1,000 assignments. */
import { contestantsOf, rowsOf, sideBySide, twiceCasl } from './measure.mjs';
import { makeRequests, makeRoles } from './rbac-data.mjs';
import { peers } from './rbac-peers.mjs';
import { refmonRoles } from './rbac-refmon.mjs';

/** @returns {import('./measure.mjs').Arena} */
export const rbacArena = () => {
  const given = makeRoles();
  const { requests, expected } = makeRequests(given, 4096);
  return {
    expected,
    contestants: {
      'refmon, prepared events': async () => (await refmonRoles(given, requests)).prepared,
      'refmon, events': async () => (await refmonRoles(given, requests)).plain,
      ...contestantsOf(peers, (make) => make(given, requests)),
    },
  };
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchRbac = async (choice) => {
  const speeds = await sideBySide('rbac', Object.keys(rbacArena().contestants), choice);
  twiceCasl(choice, 'rbac', speeds);
  return rowsOf('rbac', speeds);
};
