// @ts-check
/**
 * Type enforcement by the peers, each as its documentation uses it: what can be looked up before a
 * request comes is, and the request's names are given as each of them takes them.
 */
import { peer } from './engine.mjs';
import { cellOf, domains, operations, types } from './te-data.mjs';

/**
 * @typedef {import('./te-data.mjs').Triple} Triple
 * @typedef {import('./measure.mjs').Contestant} Contestant
 * @typedef {(rules: readonly Triple[], requests: readonly Triple[]) => Promise<Contestant | undefined>} MakePeer
 */

const domain = (/** @type {number} */ index) => `d${String(index)}`;
const type = (/** @type {number} */ index) => `t${String(index)}`;
const operation = (/** @type {number} */ index) => `op${String(index)}`;

/** The ceiling: one bit a triple. @type {MakePeer} */
const bitSet = async (rules, requests) => {
  const bits = new Uint32Array(Math.ceil((domains * types * operations) / 32));
  for (const cell of rules.map(cellOf))
    bits[cell >>> 5] = (bits[cell >>> 5] ?? 0) | (1 << (cell & 31));
  return {
    name: 'bit set',
    decide: (index) => {
      const cell = cellOf(/** @type {Triple} */ (requests[index]));
      return (((bits[cell >>> 5] ?? 0) >>> (cell & 31)) & 1) === 1;
    },
  };
};

/** An ability for each domain, as one is made for each user. @type {MakePeer} */
const casl = async (rules, requests) => {
  const found = await peer('@casl/ability');
  if (found === undefined) return undefined;
  const abilities = Array.from({ length: domains }, (_, index) =>
    found.createMongoAbility(
      rules
        .filter(([of]) => of === index)
        .map(([, to, may]) => ({ action: operation(may), subject: type(to) })),
    ),
  );
  const asked = requests.map(([of, to, may]) => [abilities[of], operation(may), type(to)]);
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
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
`;

/** @type {MakePeer} */
const casbin = async (rules, requests) => {
  const found = await peer('casbin');
  if (found === undefined) return undefined;
  const { newEnforcer, newModelFromString, StringAdapter } = found.default ?? found;
  const policy = rules.map(([of, to, may]) => `p, ${domain(of)}, ${type(to)}, ${operation(may)}`);
  const enforcer = await newEnforcer(
    newModelFromString(model),
    new StringAdapter(policy.join('\n')),
  );
  const asked = requests.map(([of, to, may]) => [domain(of), type(to), operation(may)]);
  return {
    name: 'casbin',
    decide: (index) => enforcer.enforceSync(...(asked[index] ?? [])),
  };
};

/** Policies parsed before. @type {MakePeer} */
const cedar = async (rules, requests) => {
  const loaded = await peer('@cedar-policy/cedar-wasm/nodejs');
  if (loaded === undefined) return undefined;
  const found = loaded.default ?? loaded;
  const text = rules
    .map(
      ([of, to, may]) =>
        `permit(principal == D::"${domain(of)}", action == Action::"${operation(may)}", resource == T::"${type(to)}");`,
    )
    .join('\n');
  const id = `te ${String(rules.length)}`;
  const parsed = found.preparsePolicySet(id, { staticPolicies: text });
  if (parsed.type !== 'success') throw new Error(`cedar: ${JSON.stringify(parsed)}`);
  const asked = requests.map(([of, to, may]) => ({
    principal: { type: 'D', id: domain(of) },
    action: { type: 'Action', id: operation(may) },
    resource: { type: 'T', id: type(to) },
    context: {},
    entities: [],
    preparsedPolicySetId: id,
  }));
  return {
    name: 'cedar-wasm',
    decide: (index) => found.statefulIsAuthorized(asked[index]).response?.decision === 'allow',
  };
};

const verbs = ['create', 'read', 'update'];
const asks = ['createAny', 'readAny', 'updateAny'];

/** It has four actions of its own: three of them stand for the operations. @type {MakePeer} */
const accessControl = async (rules, requests) => {
  const found = await peer('accesscontrol');
  if (found === undefined) return undefined;
  const control = new found.AccessControl(
    rules.map(([of, to, may]) => ({
      role: domain(of),
      resource: type(to),
      action: `${verbs[may] ?? ''}:any`,
      attributes: '*',
    })),
  );
  // Roles without a grant must be known, too.
  const known = new Set(control.getRoles());
  for (let index = 0; index < domains; index += 1) {
    if (!known.has(domain(index))) control.grant(domain(index));
  }
  const asked = requests.map(([of, to, may]) => [domain(of), asks[may] ?? '', type(to)]);
  return {
    name: 'accesscontrol',
    decide: (index) => {
      const [role = '', ask = '', resource = ''] = asked[index] ?? [];
      return control.can(role)[ask](resource).granted;
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
