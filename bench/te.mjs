// @ts-check
/** Bench `te`: type enforcement, 100 domains × 100 types × 3 operations, 1,000 rules. */
import { installed, rowsOf, sideBySide, twiceCasl } from './measure.mjs';
import { makeRequests, makeRules } from './te-data.mjs';
import { peers } from './te-peers.mjs';
import { refmonBindings, refmonObject } from './te-refmon.mjs';

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchTe = async (choice) => {
  const rules = makeRules(1000);
  const { requests, expected } = makeRequests(rules, 4096);
  const bindings = await refmonBindings(rules, requests);
  const object = await refmonObject(rules, requests);
  const contestants = [
    { name: 'refmon, prepared events', decide: bindings.prepared },
    { name: 'refmon, events', decide: bindings.plain },
    { name: 'refmon, Te object', decide: object.prepared },
    ...(await installed(peers, choice, (make) => make(rules, requests))),
  ];
  const speeds = sideBySide(contestants, expected, choice);
  twiceCasl(choice, 'te', speeds);
  return rowsOf('te', speeds);
};
