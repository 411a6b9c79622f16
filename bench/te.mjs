// @ts-check
/** Bench `te`: type enforcement, 100 domains × 100 types × 3 operations, 1,000 rules. */
import { rowsOf, sideBySide, target } from './measure.mjs';
import { makeRequests, makeRules } from './te-data.mjs';
import { peers } from './te-peers.mjs';
import { refmonBindings, refmonObject } from './te-refmon.mjs';

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchTe = async (choice) => {
  const rules = makeRules(1000);
  const { requests, expected } = makeRequests(rules, 4096);
  const { prepared, plain } = await refmonBindings(rules, requests);
  const contestants = [
    { name: 'refmon, prepared events', decide: prepared },
    { name: 'refmon, events', decide: plain },
    { name: 'refmon, Te object', decide: await refmonObject(rules, requests) },
  ];
  for (const [name, make] of Object.entries(peers)) {
    const made = await make(rules, requests);
    if (made === undefined)
      choice.say(`skipped: ${name} is not installed (npm run bench installs it)`);
    else contestants.push(made);
  }
  const speeds = sideBySide(contestants, expected, choice);
  const casl = speeds.get('CASL');
  if (casl !== undefined) {
    target(
      choice,
      'prepared events',
      (speeds.get('refmon, prepared events') ?? 0) / casl,
      2,
      "times CASL's decisions a second",
    );
    target(
      choice,
      'events',
      (speeds.get('refmon, events') ?? 0) / casl,
      2,
      "times CASL's decisions a second",
    );
  }
  return rowsOf('te', speeds);
};
