// @ts-check
/** Role-based access control: which user may do what with which resource, by the roles it has. */
import { randomOf } from './random.mjs';

export const users = 500;
export const roles = 10;
export const resources = 100;
export const actions = 3;

/**
 * @typedef {readonly [role: number, resource: number, action: number]} Grant
 * @typedef {readonly [user: number, role: number]} Assignment
 * @typedef {readonly [user: number, resource: number, action: number]} Request
 * @typedef {{ grants: readonly Grant[], assignments: readonly Assignment[] }} Roles
 */

/** So many different tuples of numbers below the limits. @param {(limit: number) => number} pick @param {readonly number[]} limits @param {number} count */
const different = (pick, limits, count) => {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  while (found.size < count) {
    const one = limits.map(pick);
    found.set(one.join(), one);
  }
  return [...found.values()];
};

/** 300 grants and 1,000 assignments. @returns {Roles} */
export const makeRoles = () => {
  const pick = randomOf(3);
  return {
    grants: /** @type {any} */ (different(pick, [roles, resources, actions], 300)),
    assignments: /** @type {any} */ (different(pick, [users, roles], 1000)),
  };
};

/** Requests, half of them by a grant, and what is expected. @param {Roles} given @param {number} count */
export const makeRequests = ({ grants, assignments }, count) => {
  const pick = randomOf(4);
  const rolesOf = Array.from({ length: users }, (_, user) =>
    assignments.filter(([of]) => of === user).map(([, role]) => role),
  );
  const allowed = new Set(grants.map((grant) => grant.join()));
  /** @type {Request[]} */
  const requests = [];
  while (requests.length < count) {
    const [user = 0, role] = assignments[pick(assignments.length)] ?? [];
    const byRole = grants.filter(([of]) => of === role);
    const [, resource = 0, action = 0] = byRole[pick(byRole.length)] ?? [];
    requests.push(
      requests.length % 2 === 0
        ? [user, resource, action]
        : [pick(users), pick(resources), pick(actions)],
    );
  }
  const expected = requests.map(([user, resource, action]) =>
    (rolesOf[user] ?? []).some((role) => allowed.has([role, resource, action].join())),
  );
  return { requests, expected };
};
