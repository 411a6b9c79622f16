// @ts-check
/** Roles in the peers, each as its documentation uses it; what can be looked up before a request comes is. */
import { peer } from './engine.mjs';
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

/** The ceiling: one bit for each user, resource and action, roles worked in before. @type {MakePeer} */
const bitSet = async (given, requests) => {
  const cellOf = (
    /** @type {number} */ user,
    /** @type {number} */ resource,
    /** @type {number} */ action,
  ) => (user * resources + resource) * actions + action;
  const bits = new Uint32Array(Math.ceil((users * resources * actions) / 32));
  for (const [user, role] of given.assignments) {
    for (const [by, resource, action] of given.grants) {
      const cell = cellOf(user, resource, action);
      if (by === role) bits[cell >>> 5] = (bits[cell >>> 5] ?? 0) | (1 << (cell & 31));
    }
  }
  return {
    name: 'bit set',
    decide: (index) => {
      const [user = 0, resource = 0, action = 0] = requests[index] ?? [];
      const cell = cellOf(user, resource, action);
      return (((bits[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 1;
    },
  };
};

/** An ability for each user, made of the rules of its roles. @type {MakePeer} */
const casl = async (given, requests) => {
  const found = await peer('@casl/ability');
  if (found === undefined) return undefined;
  const abilities = Array.from({ length: users }, (_, user) => {
    const has = new Set(rolesOf(given, user));
    const rules = given.grants.filter(([role]) => has.has(role));
    return found.createMongoAbility(
      rules.map(([, to, may]) => ({ action: actionOf(may), subject: resourceOf(to) })),
    );
  });
  const asked = requests.map(([user, to, may]) => [abilities[user], actionOf(may), resourceOf(to)]);
  return {
    name: 'CASL',
    decide: (index) => {
      const [ability, action, subject] = /** @type {any[]} */ (asked[index]);
      return ability.can(action, subject);
    },
  };
};

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

/** @type {MakePeer} */
const casbin = async (given, requests) => {
  const found = await peer('casbin');
  if (found === undefined) return undefined;
  const { newEnforcer, newModelFromString, StringAdapter } = found.default ?? found;
  const policy = [
    ...given.grants.map(([by, to, may]) => `p, ${roleOf(by)}, ${resourceOf(to)}, ${actionOf(may)}`),
    ...given.assignments.map(([user, role]) => `g, ${userOf(user)}, ${roleOf(role)}`),
  ];
  const adapter = new StringAdapter(policy.join('\n'));
  const enforcer = await newEnforcer(newModelFromString(model), adapter);
  const asked = requests.map(([user, to, may]) => [userOf(user), resourceOf(to), actionOf(may)]);
  return { name: 'casbin', decide: (index) => enforcer.enforceSync(...(asked[index] ?? [])) };
};

/** Policies parsed before; the roles of the user are its parents, given with each request. @type {MakePeer} */
const cedar = async (given, requests) => {
  const loaded = await peer('@cedar-policy/cedar-wasm/nodejs');
  if (loaded === undefined) return undefined;
  const found = loaded.default ?? loaded;
  const text = given.grants
    .map(
      ([by, to, may]) =>
        `permit(principal in Role::"${roleOf(by)}", action == Action::"${actionOf(may)}", resource == R::"${resourceOf(to)}");`,
    )
    .join('\n');
  const id = 'rbac';
  const parsed = found.preparsePolicySet(id, { staticPolicies: text });
  if (parsed.type !== 'success') throw new Error(`cedar: ${JSON.stringify(parsed)}`);
  const asked = requests.map(([user, to, may]) => {
    const principal = { type: 'User', id: userOf(user) };
    const parents = rolesOf(given, user).map((role) => ({ type: 'Role', id: roleOf(role) }));
    return {
      principal,
      action: { type: 'Action', id: actionOf(may) },
      resource: { type: 'R', id: resourceOf(to) },
      context: {},
      entities: [{ uid: principal, attrs: {}, parents }],
      preparsedPolicySetId: id,
    };
  });
  return {
    name: 'cedar-wasm',
    decide: (index) => found.statefulIsAuthorized(asked[index]).response?.decision === 'allow',
  };
};

const verbs = ['create', 'read', 'update'];
const asks = ['createAny', 'readAny', 'updateAny'];

/** It has four actions of its own: three of them stand for these; a user asks with all its roles. @type {MakePeer} */
const accessControl = async (given, requests) => {
  const found = await peer('accesscontrol');
  if (found === undefined) return undefined;
  const control = new found.AccessControl(
    given.grants.map(([by, to, may]) => ({
      role: roleOf(by),
      resource: resourceOf(to),
      action: `${verbs[may] ?? ''}:any`,
      attributes: '*',
    })),
  );
  const known = new Set(control.getRoles());
  const asked = requests.map(([user, to, may]) => {
    const roles = rolesOf(given, user)
      .map(roleOf)
      .filter((role) => known.has(role));
    return { roles, ask: asks[may] ?? '', resource: resourceOf(to) };
  });
  return {
    name: 'accesscontrol',
    decide: (index) => {
      const { roles = [], ask = '', resource = '' } = asked[index] ?? {};
      // It takes no empty list of roles.
      return roles.length > 0 && control.can(roles)[ask](resource).granted;
    },
  };
};

export const peers = {
  'bit set': bitSet,
  CASL: casl,
  casbin,
  'cedar-wasm': cedar,
  accesscontrol: accessControl,
};
