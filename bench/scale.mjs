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

/** Each has requests of its own: what they agree on is that each is answered as expected. @param {number} size @param {'prepared' | 'plain'} kind */
const ofSize = async (size, kind) => {
  const rules = makeRules(size);
  const { requests, expected } = makeRequests(rules, asked);
  const decide = (await refmonBindings(rules, requests))[kind];
  return (/** @type {number} */ index) => decide(index) === expected[index];
};

/** @returns {import('./measure.mjs').Arena} */
export const scaleArena = () => ({
  expected: Array.from({ length: asked }, () => true),
  contestants: Object.fromEntries(
    sizes.flatMap((size) => [
      [`${String(size)} rules, prepared events`, () => ofSize(size, 'prepared')],
      [`${String(size)} rules, events`, () => ofSize(size, 'plain')],
    ]),
  ),
});

/** @type {(choice: import('./measure.mjs').Choice) => Promise<import('./measure.mjs').Row[]>} */
export const benchScale = async (choice) => {
  const speeds = await sideBySide('scale', Object.keys(scaleArena().contestants), choice);
  for (const kind of [', prepared events', ', events']) {
    const own = [...speeds].filter(([name]) => name.endsWith(`rules${kind}`)).map(([, one]) => one);
    const spread = Math.max(...own) / Math.min(...own);
    targetAtMost(choice, `scale${kind}: fastest by slowest`, spread, flat, 'times');
  }
  return rowsOf('scale', speeds);
};
