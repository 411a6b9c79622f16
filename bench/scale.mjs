// @ts-check
/** Bench `scale`: the same engine with 2 … 10,000 rules, half of its requests by a rule. */
import { rowsOf, sideBySide, targetAtMost } from './measure.mjs';
import { makeRequests, makeRules } from './te-data.mjs';
import { refmonBindings } from './te-refmon.mjs';

const sizes = [2, 10, 100, 1000, 10_000];

/** Few enough for all of them to stay in the caches of the processor: memory is not what is measured. */
const asked = 64;

/** The slowest of all sizes may take so much longer than the fastest. */
const flat = 1.5;

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchScale = async (choice) => {
  const contestants = [];
  for (const size of sizes) {
    const rules = makeRules(size);
    const { requests, expected } = makeRequests(rules, asked);
    const { prepared, plain } = await refmonBindings(rules, requests);
    // Each has requests of its own: what they agree on is that each is answered as expected.
    contestants.push(
      {
        name: `${String(size)} rules, prepared`,
        decide: (/** @type {number} */ index) => prepared(index) === expected[index],
      },
      {
        name: `${String(size)} rules, events`,
        decide: (/** @type {number} */ index) => plain(index) === expected[index],
      },
    );
  }
  const speeds = sideBySide(
    contestants,
    Array.from({ length: asked }, () => true),
    choice,
  );
  for (const kind of ['prepared', 'events']) {
    const own = [...speeds].filter(([name]) => name.endsWith(kind)).map(([, speed]) => speed);
    const spread = Math.max(...own) / Math.min(...own);
    targetAtMost(choice, `scale: ${kind}, fastest by slowest`, spread, flat, 'times');
  }
  return rowsOf('scale', speeds);
};
