// @ts-check
/** Type enforcement, in the words of each peer. */
import { accessControl, bitSet, casbin, casl, cedar } from './peers.mjs';
import { cellOf, domains, operations, types } from './te-data.mjs';

/**
 * @typedef {import('./te-data.mjs').Triple} Triple
 * @typedef {import('./measure.mjs').Contestant} Contestant
 * @typedef {(rules: readonly Triple[], requests: readonly Triple[]) => Promise<Contestant | undefined>} MakePeer
 */

const domain = (/** @type {number} */ index) => `d${String(index)}`;
const type = (/** @type {number} */ index) => `t${String(index)}`;
const operation = (/** @type {number} */ index) => `op${String(index)}`;

const mayOf = (/** @type {Triple} */ [, to, may]) => ({
  action: operation(may),
  subject: type(to),
});

const model = `[request_definition]
r = sub, obj, act
[policy_definition]
p = sub, obj, act
[policy_effect]
e = some(where (p.eft == allow))
[matchers]
m = r.sub == p.sub && r.obj == p.obj && r.act == p.act
`;

/** @type {Readonly<Record<string, MakePeer>>} */
export const peers = {
  'bit set': async (rules, requests) =>
    bitSet(domains * types * operations, rules.map(cellOf), requests.map(cellOf)),
  CASL: (rules, requests) =>
    casl(
      Array.from({ length: domains }, (_, index) =>
        rules.filter(([of]) => of === index).map(mayOf),
      ),
      requests.map((request) => [request[0], mayOf(request)]),
    ),
  casbin: (rules, requests) =>
    casbin(
      model,
      rules.map(([of, to, may]) => `p, ${domain(of)}, ${type(to)}, ${operation(may)}`),
      requests.map(([of, to, may]) => [domain(of), type(to), operation(may)]),
    ),
  'cedar-wasm': (rules, requests) =>
    cedar(
      'te',
      rules.map(
        ([of, to, may]) =>
          `permit(principal == D::"${domain(of)}", action == Action::"${operation(may)}", resource == T::"${type(to)}");`,
      ),
      requests.map(([of, to, may]) => ({
        principal: { type: 'D', id: domain(of) },
        action: { type: 'Action', id: operation(may) },
        resource: { type: 'T', id: type(to) },
      })),
    ),
  accesscontrol: (rules, requests) =>
    accessControl(
      rules.map(([of, to, action]) => ({ role: domain(of), resource: type(to), action })),
      requests.map(([of, to, action]) => ({ roles: [domain(of)], resource: type(to), action })),
    ),
};
