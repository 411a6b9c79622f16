// @ts-check
/** Type enforcement: which domain may do which operation on which type. */
import { randomOf } from './random.mjs';

export const domains = 100;
export const types = 100;
export const operations = 3;

/** @typedef {readonly [domain: number, type: number, operation: number]} Triple */

/** @type {(triple: Triple) => number} */
export const cellOf = ([domain, type, operation]) =>
  (domain * types + type) * operations + operation;

/** So many different rules. @param {number} count @returns {Triple[]} */
export const makeRules = (count) => {
  const pick = randomOf(1);
  /** @type {Map<number, Triple>} */
  const rules = new Map();
  while (rules.size < count) {
    /** @type {Triple} */
    const rule = [pick(domains), pick(types), pick(operations)];
    rules.set(cellOf(rule), rule);
  }
  return [...rules.values()];
};

/** Requests, half of them by a rule, and what is expected. @param {readonly Triple[]} rules @param {number} count */
export const makeRequests = (rules, count) => {
  const pick = randomOf(2);
  const allowed = new Set(rules.map(cellOf));
  /** @type {Triple[]} */
  const requests = Array.from({ length: count }, (_, index) =>
    index % 2 === 0
      ? /** @type {Triple} */ (rules[pick(rules.length)])
      : [pick(domains), pick(types), pick(operations)],
  );
  return { requests, expected: requests.map((request) => allowed.has(cellOf(request))) };
};
