// @ts-check
/** Bench `te`: type enforcement, 100 domains × 100 types × 3 operations, 1,000 rules. */
import { contestantsOf, rowsOf, sideBySide, twiceCasl } from './measure.mjs';
import { makeRequests, makeRules } from './te-data.mjs';
import { peers } from './te-peers.mjs';
import { refmonBindings, refmonObject } from './te-refmon.mjs';

/** @returns {import('./measure.mjs').Arena} */
export const teArena = () => {
  const rules = makeRules(1000);
  const { requests, expected } = makeRequests(rules, 4096);
  return {
    expected,
    contestants: {
      'refmon, prepared events': async () => (await refmonBindings(rules, requests)).prepared,
      'refmon, events': async () => (await refmonBindings(rules, requests)).plain,
      'refmon, Te object': async () => (await refmonObject(rules, requests)).prepared,
      ...contestantsOf(peers, (make) => make(rules, requests)),
    },
  };
};

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchTe = async (choice) => {
  const speeds = await sideBySide('te', Object.keys(teArena().contestants), choice);
  twiceCasl(choice, 'te', speeds);
  return rowsOf('te', speeds);
};
