import { securityModels } from '../../kss/catalogue.ts';
import { eventKinds } from '../../model/security.ts';
import type { DenialReason, Finding } from '../../model/security.ts';
import type { DataType } from '../../solution/data-type.ts';
import { legalSelectors } from '../../solution/link/reach.ts';
import type { Expression } from '../../solution/syntax/tree/expression.ts';
import type { BodyItem } from '../../solution/syntax/tree/psl.ts';
import { binaryOperators, unaryOperators } from '../policies/written.ts';

/** The compiler asks for every member of the union. */
const expressions = {
  integer: true,
  text: true,
  boolean: true,
  unit: true,
  variable: true,
  list: true,
  dictionary: true,
  field: true,
  element: true,
  unary: true,
  binary: true,
  call: true,
} as const satisfies Record<Expression['kind'], true>;

const items = { rule: true, match: true, choice: true } as const satisfies Record<
  BodyItem['kind'],
  true
>;

/** Types of what is not declared stand in no generated interface. */
const types = {
  integer: true,
  string: true,
  bytes: true,
  array: true,
  sequence: true,
  struct: true,
  union: true,
  handle: true,
} as const satisfies Record<Exclude<DataType['kind'], 'unmodelled'>, true>;

const reasons = {
  unknownSubject: true,
  unknownMethod: true,
  malformed: true,
  ruleRefused: true,
  failed: true,
  noRule: true,
} as const satisfies Record<DenialReason, true>;

const results = { granted: true, denied: true, failed: true } as const satisfies Record<
  Finding['result'],
  true
>;

/** Rules that no argument makes refuse. */
const neverRefused = new Set(['Base.grant', 'Base.set_level', 'Temporal.tick_all']);

const methodFeatures = (): readonly string[] =>
  [...securityModels.values()].flatMap((model) =>
    [...model.methods].flatMap(([method, { yields }]) => {
      const name = `${model.name}.${method}`;
      if (yields !== 'rule') return [`call ${name}`, `value ${name}`];
      const refused = neverRefused.has(name) ? [] : [`denied ${name}`];
      return [`call ${name}`, `granted ${name}`, ...refused];
    }),
  );

const auditFeatures = (): readonly string[] =>
  [...securityModels.values()].flatMap(({ name, audit }) => [
    ...(audit === undefined ? [] : [`audited ${name}`]),
    ...(audit ?? []).map(({ key }) => `condition ${name}.${key}`),
  ]);

/** Sections and happenings that no table of the engine lists. */
const others: readonly string[] = [
  'match within match',
  'choice within choice',
  'choice within match',
  'match within choice',
  'case text',
  'case integer',
  'case boolean',
  'case pattern',
  'case _',
  'choice without _',
  'case empty',
  'binding that never matches',
  'match that never matches',
  'profile of a section',
  'profile nested in another',
  'profile of several levels',
  'expression as a statement',
  'pattern between backquotes',
  'object before its declaration',
  'verdict granted',
  'moved context',
  'record of a granted event',
  'record of a denied event',
  'gone',
  'gone with a trace',
];

/**
 * Everything that generated policies and their events must come to, by name: from the catalogue of
 * models, the grammar's operators and expressions, event kinds and their selectors, types of messages,
 * reasons of verdicts and results of rules.
 */
export const expectedFeatures = (): readonly string[] => [
  ...[...securityModels.keys()].map((name) => `object ${name}`),
  ...methodFeatures(),
  ...Object.keys(binaryOperators).map((operator) => `binary ${operator}`),
  ...Object.keys(unaryOperators).map((operator) => `unary ${operator}`),
  ...Object.keys(expressions).map((kind) => `expression ${kind}`),
  ...Object.keys(items).map((kind) => `item ${kind}`),
  ...eventKinds.flatMap((kind) => [
    `binding ${kind}`,
    `event ${kind}`,
    `granted ${kind}`,
    ...legalSelectors[kind].map((selector) => `selector ${kind} ${selector}`),
  ]),
  ...Object.keys(types).map((kind) => `type ${kind}`),
  ...[8, 16, 32, 64].flatMap((bits) => [`type UInt${String(bits)}`, `type SInt${String(bits)}`]),
  ...auditFeatures(),
  ...Object.keys(reasons).map((reason) => `because ${reason}`),
  ...Object.keys(results).map((result) => `finding ${result}`),
  ...others,
];
