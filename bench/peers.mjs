// @ts-check
/**
 * The peers, each as its documentation uses it: what can be looked up before a request comes is, and
 * the request's names are given as each of them takes them.
 */
import { peer } from './engine.mjs';

/** @typedef {import('./measure.mjs').Contestant} Contestant */

/** The ceiling: one bit for each cell that is allowed. @type {(cells: number, allowed: Iterable<number>, asked: readonly number[]) => Contestant} */
export const bitSet = (cells, allowed, asked) => {
  const bits = new Uint32Array(Math.ceil(cells / 32));
  for (const cell of allowed) bits[cell >>> 5] = (bits[cell >>> 5] ?? 0) | (1 << (cell & 31));
  return {
    name: 'bit set',
    decide: (index) => {
      const cell = asked[index] ?? 0;
      return (((bits[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 1;
    },
  };
};

/**
 * An ability for each user, made of what it may do; a request is by the number of a user.
 * @typedef {{ action: string, subject: string }} May
 * @type {(users: readonly (readonly May[])[], requests: readonly (readonly [user: number, may: May])[]) => Promise<Contestant | undefined>}
 */
export const casl = async (users, requests) => {
  const found = await peer('@casl/ability');
  if (found === undefined) return undefined;
  const abilities = users.map((may) => found.createMongoAbility(may));
  const asked = requests.map(([user, { action, subject }]) => [abilities[user], action, subject]);
  return {
    name: 'CASL',
    decide: (index) => {
      const [ability, action, subject] = /** @type {any[]} */ (asked[index]);
      return ability.can(action, subject);
    },
  };
};

/** @type {(model: string, policy: readonly string[], requests: readonly (readonly string[])[]) => Promise<Contestant | undefined>} */
export const casbin = async (model, policy, requests) => {
  const found = await peer('casbin');
  if (found === undefined) return undefined;
  const { newEnforcer, newModelFromString, StringAdapter } = found.default ?? found;
  const adapter = new StringAdapter(policy.join('\n'));
  const enforcer = await newEnforcer(newModelFromString(model), adapter);
  return { name: 'casbin', decide: (index) => enforcer.enforceSync(...(requests[index] ?? [])) };
};

/** Policies parsed before. @type {(id: string, policies: readonly string[], requests: readonly object[]) => Promise<Contestant | undefined>} */
export const cedar = async (id, policies, requests) => {
  const loaded = await peer('@cedar-policy/cedar-wasm/nodejs');
  if (loaded === undefined) return undefined;
  const found = loaded.default ?? loaded;
  const parsed = found.preparsePolicySet(id, { staticPolicies: policies.join('\n') });
  if (parsed.type !== 'success') throw new Error(`cedar: ${JSON.stringify(parsed)}`);
  const asked = requests.map((request) => ({
    context: {},
    entities: [],
    ...request,
    preparsedPolicySetId: id,
  }));
  return {
    name: 'cedar-wasm',
    decide: (index) => found.statefulIsAuthorized(asked[index]).response?.decision === 'allow',
  };
};

const verbs = ['create', 'read', 'update'];

/**
 * It has four actions of its own: three of them stand for ours, by their number. It takes no role that
 * has no grant, and no empty list of roles.
 * @typedef {{ role: string, resource: string, action: number }} Grant
 * @type {(grants: readonly Grant[], requests: readonly { roles: readonly string[], resource: string, action: number }[]) => Promise<Contestant | undefined>}
 */
export const accessControl = async (grants, requests) => {
  const found = await peer('accesscontrol');
  if (found === undefined) return undefined;
  const control = new found.AccessControl(
    grants.map(({ role, resource, action }) => ({
      role,
      resource,
      action: `${verbs[action] ?? ''}:any`,
      attributes: '*',
    })),
  );
  const known = new Set(control.getRoles());
  const asked = requests.map(({ roles, resource, action }) => ({
    roles: roles.filter((role) => known.has(role)),
    ask: `${verbs[action] ?? ''}Any`,
    resource,
  }));
  return {
    name: 'accesscontrol',
    decide: (index) => {
      const { roles = [], ask = '', resource = '' } = asked[index] ?? {};
      return roles.length > 0 && control.can(roles)[ask](resource).granted;
    },
  };
};
