import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, checkTe, findTransition, isAllowed, teTablesOf } from './te-tables.ts';
import type { TeTables } from './te-tables.ts';
import { parseObject } from './test-objects.ts';

const runs = { seed: 20262, numRuns: 600 } as const;

interface Rule {
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly classes: readonly string[];
  readonly permissions: readonly string[];
}

interface Transition extends Omit<Rule, 'permissions'> {
  readonly type: string;
}

interface Plan {
  readonly attributes: readonly (readonly string[])[];
  readonly allow: readonly Rule[];
  readonly neverallow: readonly Rule[];
  readonly transitions: readonly Transition[];
}

const types = ['t0', 't1', 't2', 't3'];
const classes = ['c0', 'c1'];
const permissions = ['p0', 'p1', 'p2'];

const list = (names: readonly string[]): string =>
  `[${names.map((name) => `"${name}"`).join(', ')}]`;

const ruleText = ({ source, target, classes: of, permissions: all }: Rule): string =>
  `{ source : ${list(source)}, target : ${list(target)}, class : ${list(of)}, permissions : ${list(all)} }`;

const textOf = (plan: Plan): string => `policy object a : Te { config = {
    types : ${list(types)},
    attributes : { ${plan.attributes.map((of, index) => `"a${String(index)}" : ${list(of)}`).join(', ')} },
    classes : { "c0" : ${list(permissions)}, "c1" : ${list([...permissions].reverse())} },
    allow : [${plan.allow.map(ruleText).join(', ')}],
    neverallow : [${plan.neverallow.map(ruleText).join(', ')}],
    transitions : [${plan.transitions.map((one) => `{ source : ${list(one.source)}, target : ${list(one.target)}, class : ${list(one.classes)}, type : "${one.type}" }`).join(', ')}],
    pool_size : 1
} }`;

const some = (names: readonly string[]): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 });
const named = [...types, 'a0', 'a1', '*'];
const cells = {
  source: some(named),
  target: some([...named, 'self']),
  classes: some(classes),
};
const ruleArbitrary = fc.record({ ...cells, permissions: some([...permissions, '*']) });
/** Narrow ones, so that not all are broken. */
const narrow = fc.record({
  source: some(types),
  target: some([...types, 'self']),
  classes: some(classes),
  permissions: some(permissions),
});
const planArbitrary: fc.Arbitrary<Plan> = fc.record({
  attributes: fc.tuple(some(types), some(types)),
  allow: fc.array(ruleArbitrary, { maxLength: 3 }),
  neverallow: fc.array(narrow, { maxLength: 2 }),
  transitions: fc.array(fc.record({ ...cells, type: fc.constantFrom(...types) }), { maxLength: 2 }),
});

const triples = types.flatMap((source) =>
  types.flatMap((target) => classes.map((of) => [source, target, of] as const)),
);
type Triple = (typeof triples)[number];

/** Does a name in a rule stand for a type, as the page says? */
const standsFor = ({ attributes }: Plan, name: string, type: string): boolean => {
  if (name === '*' || name === type) return true;
  const index = ['a0', 'a1'].indexOf(name);
  return attributes[index]?.includes(type) === true;
};

const covers = (
  plan: Plan,
  rule: Omit<Rule, 'permissions'>,
  [source, target, of]: Triple,
): boolean =>
  rule.classes.includes(of) &&
  rule.source.some((name) => standsFor(plan, name, source)) &&
  rule.target.some((name) => (name === 'self' ? source === target : standsFor(plan, name, target)));

const has = (rule: Rule, permission: string): boolean =>
  rule.permissions.includes('*') || rule.permissions.includes(permission);

const mayBySets = (plan: Plan, triple: Triple, permission: string): boolean =>
  plan.allow.some((rule) => covers(plan, rule, triple) && has(rule, permission));

const isBroken = (plan: Plan, rule: Rule): boolean =>
  triples.some(
    (triple) =>
      covers(plan, rule, triple) &&
      permissions.some(
        (permission) => has(rule, permission) && mayBySets(plan, triple, permission),
      ),
  );

/** The new types that the rules give to a triple. */
const newTypes = (plan: Plan, triple: Triple): ReadonlySet<string> =>
  new Set(plan.transitions.filter((one) => covers(plan, one, triple)).map(({ type }) => type));

interface Ends {
  broken: number;
  clashing: number;
  whole: number;
}

const compare = (plan: Plan, change: (tables: TeTables) => TeTables, ends: Ends): void => {
  const object = parseObject(textOf(plan));
  const broken = plan.neverallow.filter((rule) => isBroken(plan, rule));
  const clashes = triples.some((triple) => newTypes(plan, triple).size > 1);
  const faults = checkTe(object);
  expect(faults.filter(({ message }) => message.startsWith('this is broken'))).toHaveLength(
    broken.length,
  );
  expect(faults.length > broken.length).toBe(clashes);
  if (broken.length > 0) ends.broken += 1;
  if (clashes) ends.clashing += 1;
  if (faults.length > 0) return;
  ends.whole += 1;
  const tables = change(teTablesOf(object));
  for (const triple of triples) {
    const [source, target, of] = triple;
    const cell = [types.indexOf(source), types.indexOf(target), classes.indexOf(of)] as const;
    for (const permission of permissions) {
      const bit = tables.classes[cell[2]]?.bits.get(permission) ?? 0;
      expect([...triple, permission, isAllowed(tables, ...cell, bit)]).toEqual([
        ...triple,
        permission,
        mayBySets(plan, triple, permission),
      ]);
    }
    const type = findTransition(tables, ...cell);
    expect(type === undefined ? [] : [types[type]]).toEqual([...newTypes(plan, triple)]);
  }
};

const tryAll = (change: (tables: TeTables) => TeTables): Ends => {
  const ends = { broken: 0, clashing: 0, whole: 0 };
  const property = fc.property(planArbitrary, (plan) => {
    compare(plan, change, ends);
  });
  fc.assert(property, runs);
  return ends;
};

describe('the tables of a Te', () => {
  it('say what the rules say of each pair of types, class and permission [KSS-1]', () => {
    const ends = tryAll((tables) => tables);

    expect(Math.min(ends.broken, ends.clashing, ends.whole)).toBeGreaterThan(50);
  });

  it('are found out where one vector has a permission too many [GATE-1]', () => {
    const tooMuch = (tables: TeTables): TeTables => {
      const allowed = tables.allowed.slice();
      const cell = cellOf(tables, 3, 2, 1);
      allowed[cell] = (allowed[cell] ?? 0) | 1;
      return { ...tables, allowed };
    };

    expect(() => tryAll(tooMuch)).toThrow('Property failed');
  });

  it('are found out where a transition is missing [GATE-1]', () => {
    expect(() => tryAll((tables) => ({ ...tables, transitions: new Map() }))).toThrow(
      'Property failed',
    );
  });
});
