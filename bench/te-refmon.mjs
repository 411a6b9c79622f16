// @ts-check
/** Type enforcement in refmon: as bindings with selectors, and as a Te object. */
import { decidersOf, eventOf, load, startEngine } from './engine.mjs';
import { domains, operations, types } from './te-data.mjs';

/** @typedef {import('./te-data.mjs').Triple} Triple */

const names = {
  domains: Array.from({ length: domains }, (_, index) => `d.D${String(index)}`),
  types: Array.from({ length: types }, (_, index) => `t.T${String(index)}`),
  operations: Array.from({ length: operations }, (_, index) => `Op${String(index)}`),
};

const head = `execute: kl.core.Execute
use nk.base._
use nk.te._
use EDL Einit
use EDL kl.core.Core
${[...names.domains, ...names.types].map((name) => `use EDL ${name}\n`).join('')}`;

const declarations = [
  [
    's/Ops.idl',
    `package s.Ops\ninterface { ${names.operations.map((name) => `${name}();`).join(' ')} }\n`,
  ],
  ...names.domains.map((name) => [`${name.replace('.', '/')}.edl`, `entity ${name}\n`]),
  ...names.types.map((name) => [
    `${name.replace('.', '/')}.edl`,
    `entity ${name}\nendpoints { o : s.Ops }\n`,
  ]),
  ['init.yaml', 'entities: []\n'],
];

/** @param {string} policy */
const solutionOf = (policy) =>
  load(
    'te',
    new Map(
      [...declarations, ['security.psl', head + policy]].map(([path = '', text = '']) => [
        path,
        text,
      ]),
    ),
  );

/** @param {readonly Triple[]} rules */
const bindingsPolicy = (rules) =>
  rules
    .map(
      ([domain, type, operation]) =>
        `request src=${names.domains[domain] ?? ''} dst=${names.types[type] ?? ''} endpoint=o method=${names.operations[operation] ?? ''} { grant () }\n`,
    )
    .join('');

/** @param {readonly Triple[]} rules */
const objectPolicy = (rules) => {
  const quoted = (/** @type {readonly string[]} */ all) =>
    all.map((name) => `"${name}"`).join(', ');
  const allow = rules.map(
    ([domain, type, operation]) =>
      `{ source : "${names.domains[domain] ?? ''}", target : "${names.types[type] ?? ''}", class : "ops", permissions : "${names.operations[operation] ?? ''}" }`,
  );
  return `policy object te : Te {
    config = {
        types : [${quoted([...names.domains, ...names.types])}], attributes : {},
        classes : { "ops" : [${quoted(names.operations)}] },
        allow : [${allow.join(',\n')}],
        neverallow : [], transitions : [], pool_size : 1000
    }
}
${[...names.domains, ...names.types].map((name) => `execute dst=${name} { te.label { sid : dst_sid, type : "${name}" } }\n`).join('')}
${names.operations.map((name) => `request method=${name} { te.check { source : src_sid, target : dst_sid, class : "ops", permission : "${name}" } }\n`).join('')}`;
};

/** @param {any} subjects @param {readonly Triple[]} requests */
const eventsOf = (subjects, requests) =>
  requests.map(([domain, type, operation]) =>
    eventOf(
      'request',
      subjects.find(names.domains[domain]),
      subjects.find(names.types[type]),
      'o',
      names.operations[operation] ?? '',
    ),
  );

/** The engine with the rules as bindings. @param {readonly Triple[]} rules @param {readonly Triple[]} requests */
export const refmonBindings = async (rules, requests) => {
  const { session, subjects } = await startEngine(await solutionOf(bindingsPolicy(rules)));
  return decidersOf(session, eventsOf(subjects, requests));
};

/** The engine with the rules in one Te object. @param {readonly Triple[]} rules @param {readonly Triple[]} requests */
export const refmonObject = async (rules, requests) => {
  const { session, subjects } = await startEngine(await solutionOf(objectPolicy(rules)));
  for (const name of [...names.domains, ...names.types]) {
    session.decide(
      eventOf('execute', subjects.find('Einit'), subjects.find(name), undefined, 'main'),
    );
  }
  return decidersOf(session, eventsOf(subjects, requests));
};
