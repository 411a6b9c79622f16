// @ts-check
/** Roles, in the words of each peer. */
import { accessControl, bitSet, casbin, casl, cedar } from './peers.mjs';
import { actions, resources, users } from './rbac-data.mjs';

/**
 * @typedef {import('./rbac-data.mjs').Roles} Roles
 * @typedef {import('./rbac-data.mjs').Request} Request
 * @typedef {import('./measure.mjs').Contestant} Contestant
 * @typedef {(given: Roles, requests: readonly Request[]) => Promise<Contestant | undefined>} MakePeer
 */

const userOf = (/** @type {number} */ index) => `u${String(index)}`;
const roleOf = (/** @type {number} */ index) => `role${String(index)}`;
const resourceOf = (/** @type {number} */ index) => `r${String(index)}`;
const actionOf = (/** @type {number} */ index) => `do${String(index)}`;

/** @param {Roles} given @param {number} user */
const rolesOf = ({ assignments }, user) =>
  assignments.filter(([of]) => of === user).map(([, role]) => role);

/** What a user may do by all its roles. @param {Roles} given @param {number} user */
const grantsOf = (given, user) => {
  const has = new Set(rolesOf(given, user));
  return given.grants.filter(([role]) => has.has(role));
};

const mayOf = (/** @type {readonly [number, number, number]} */ [, to, may]) => ({
  action: actionOf(may),
  subject: resourceOf(to),
});

const cellOf = (/** @type {Request} */ [user, resource, action]) =>
  (user * resources + resource) * actions + action;

const allUsers = Array.from({ length: users }, (_, user) => user);

const model = `[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[role_definition]
g = _, _
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = g(r.sub, p.sub) && r.obj == p.obj && r.act == p.act
`;

/** @type {Readonly<Record<string, MakePeer>>} */
export const peers = {
  // Roles are worked in before.
  'bit set': async (given, requests) =>
    bitSet(
      users * resources * actions,
      allUsers.flatMap((user) =>
        grantsOf(given, user).map(([, to, may]) => cellOf([user, to, may])),
      ),
      requests.map(cellOf),
    ),
  CASL: (given, requests) =>
    casl(
      allUsers.map((user) => grantsOf(given, user).map(mayOf)),
      requests.map((request) => [request[0], mayOf(request)]),
    ),
  casbin: ({ grants, assignments }, requests) =>
    casbin(
      model,
      [
        ...grants.map(([by, to, may]) => `p, ${roleOf(by)}, ${resourceOf(to)}, ${actionOf(may)}`),
        ...assignments.map(([user, role]) => `g, ${userOf(user)}, ${roleOf(role)}`),
      ],
      requests.map(([user, to, may]) => [userOf(user), resourceOf(to), actionOf(may)]),
    ),
  // The roles of the user are its parents, given with each request.
  'cedar-wasm': (given, requests) =>
    cedar(
      'rbac',
      given.grants.map(
        ([by, to, may]) =>
          `permit(principal in Role::"${roleOf(by)}", action == Action::"${actionOf(may)}", resource == R::"${resourceOf(to)}");`,
      ),
      requests.map(([user, to, may]) => {
        const principal = { type: 'User', id: userOf(user) };
        const parents = rolesOf(given, user).map((role) => ({ type: 'Role', id: roleOf(role) }));
        return {
          principal,
          action: { type: 'Action', id: actionOf(may) },
          resource: { type: 'R', id: resourceOf(to) },
          entities: [{ uid: principal, attrs: {}, parents }],
        };
      }),
    ),
  // A user asks with all its roles.
  accesscontrol: (given, requests) =>
    accessControl(
      given.grants.map(([by, to, action]) => ({
        role: roleOf(by),
        resource: resourceOf(to),
        action,
      })),
      requests.map(([user, to, action]) => ({
        roles: rolesOf(given, user).map(roleOf),
        resource: resourceOf(to),
        action,
      })),
    ),
};
