// @ts-check
/** Bench `rbac`: 500 users, 10 roles, 100 resources, 3 actions, 300 grants, 1,000 assignments. */
import { installed, rowsOf, sideBySide, twiceCasl } from './measure.mjs';
import { makeRequests, makeRoles } from './rbac-data.mjs';
import { peers } from './rbac-peers.mjs';
import { refmonRoles } from './rbac-refmon.mjs';

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchRbac = async (choice) => {
  const given = makeRoles();
  const { requests, expected } = makeRequests(given, 4096);
  const { prepared, plain } = await refmonRoles(given, requests);
  const contestants = [
    { name: 'refmon, prepared events', decide: prepared },
    { name: 'refmon, events', decide: plain },
    ...(await installed(peers, choice, (make) => make(given, requests))),
  ];
  const speeds = sideBySide(contestants, expected, choice);
  twiceCasl(choice, 'rbac', speeds);
  return rowsOf('rbac', speeds);
};
