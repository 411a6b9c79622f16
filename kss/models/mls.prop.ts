import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { record } from '../../model/value.ts';
import type { Value } from '../../model/value.ts';
import { isAtMost } from './lattice.ts';
import type { Level } from './lattice.ts';
import { mls } from './mls.ts';
import type { Known } from './mls-rules.ts';
import { parseObject } from './test-objects.ts';

const runs = { seed: 20263, numRuns: 3000 } as const;

const object = parseObject(`policy object mls : Mls { config = {
    degrees : ["U", "C", "S"], categories : ["net", "log"], tranquillity : "weak", pool_size : 8
} }`);

const subjects = [1, 2, 3];
const objects = [4, 5];
const everyone = [...subjects, ...objects];

/** A call of a rule of an Mls: who acts, on whom, and the level that it asks for. */
interface Step {
  readonly rule: 'read' | 'append' | 'write' | 'set_level' | 'relabel';
  readonly source: number;
  readonly target: number;
  readonly level: Value;
}

interface Plan {
  readonly clearances: readonly Value[];
  readonly classifications: readonly Value[];
  readonly steps: readonly Step[];
}

const levelArbitrary: fc.Arbitrary<Value> = fc
  .tuple(fc.constantFrom('U', 'C', 'S'), fc.subarray(['net', 'log']))
  .map(([degree, categories]) =>
    record([
      ['degree', degree],
      ['categories', categories],
    ]),
  );

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  rule: fc.constantFrom('read', 'append', 'write', 'set_level', 'relabel'),
  source: fc.constantFrom(...subjects),
  target: fc.constantFrom(...everyone),
  level: levelArbitrary,
});

const planArbitrary: fc.Arbitrary<Plan> = fc.record({
  clearances: fc.tuple(levelArbitrary, levelArbitrary, levelArbitrary),
  classifications: fc.tuple(levelArbitrary, levelArbitrary),
  steps: fc.array(stepArbitrary, { maxLength: 25 }),
});

type Model = Pick<typeof mls, 'rule'>;

const argumentOf = ({ rule, source, target, level }: Step): Value => {
  const [from, to] = [BigInt(source), BigInt(target)];
  if (rule === 'set_level')
    return record([
      ['sid', from],
      ['level', level],
    ]);
  return record([
    ['source', from],
    ['target', to],
    ...(rule === 'relabel' ? [['level', level] as const] : []),
  ]);
};

const after = (model: Model, known: Known, method: string, argument: Value): Known | undefined => {
  const ruled = model.rule(object, known, method, argument);
  return ruled.kind === 'granted' ? (ruled.next ?? known) : undefined;
};

/** All subjects work at the lowest level to begin with. */
const begin = ({ clearances, classifications }: Plan, trusted: boolean): Known => {
  const low = record([
    ['degree', null],
    ['categories', null],
  ]);
  const calls: readonly (readonly [string, Value])[] = [
    ...subjects.map((sid, index): readonly [string, Value] => [
      'subject',
      record([
        ['sid', BigInt(sid)],
        ['clearance', clearances[index] ?? null],
        ['current', low],
        ['trusted', trusted],
      ]),
    ]),
    ...objects.map((sid, index): readonly [string, Value] => [
      'object',
      record([
        ['sid', BigInt(sid)],
        ['level', classifications[index] ?? null],
      ]),
    ]),
  ];
  return calls.reduce<Known>(
    (known, [method, argument]) => after(mls, known, method, argument) ?? known,
    new Map(),
  );
};

/** What each holds: the levels of the information that reached it, or that it was given a level for. */
type Holdings = ReadonlyMap<number, readonly Level[]>;

const held = (holdings: Holdings, sid: number): readonly Level[] => holdings.get(sid) ?? [];

const flow = (holdings: Holdings, from: number, to: number): Holdings =>
  new Map(holdings).set(to, [...held(holdings, to), ...held(holdings, from)]);

const holdingsAfter = (known: Known, holdings: Holdings, step: Step): Holdings => {
  const { rule, source, target } = step;
  if (rule === 'set_level' || rule === 'relabel') {
    const moved = rule === 'set_level' ? source : target;
    const level = known.get(moved)?.level;
    return new Map(holdings).set(moved, [
      ...held(holdings, moved),
      ...(level === undefined ? [] : [level]),
    ]);
  }
  const read = rule === 'append' ? holdings : flow(holdings, target, source);
  return rule === 'read' ? read : flow(read, source, target);
};

interface Counts {
  granted: number;
  refused: number;
}

/** Runs a plan; whoever holds information must be at a level that dominates where that came from. */
const compare = (plan: Plan, model: Model, trusted: boolean, counts: Counts): void => {
  let known = begin(plan, trusted);
  let holdings: Holdings = new Map([...known].map(([sid, { level }]) => [sid, [level]]));
  for (const step of plan.steps) {
    const next = after(model, known, step.rule, argumentOf(step));
    counts[next === undefined ? 'refused' : 'granted'] += 1;
    if (next === undefined) continue;
    known = next;
    holdings = holdingsAfter(known, holdings, step);
    for (const [sid, entity] of known) {
      const low = held(holdings, sid).filter((level) => !isAtMost(level, entity.level));
      expect({ step, sid, low }).toEqual({ step, sid, low: [] });
      const isCleared = entity.kind === 'object' || isAtMost(entity.level, entity.clearance);
      expect(isCleared).toBe(true);
    }
  }
};

const tryAll = (model: Model, trusted: boolean): Counts => {
  const counts = { granted: 0, refused: 0 };
  const property = fc.property(planArbitrary, (plan) => {
    compare(plan, model, trusted, counts);
  });
  fc.assert(property, runs);
  return counts;
};

describe('information under an Mls', () => {
  it('never reaches a lower level, or one beside it, without trusted subjects [KSS-1]', () => {
    const { granted, refused } = tryAll(mls, false);

    expect(granted).toBeGreaterThan(5000);
    expect(refused).toBeGreaterThan(5000);
  });

  it('reaches one by trusted subjects, which are exempt [GATE-1]', () => {
    expect(() => tryAll(mls, true)).toThrow('Property failed');
  });

  it.each([
    ['append', 'read'],
    ['read', 'append'],
    ['write', 'append'],
    ['write', 'read'],
  ])('is found to flow down where the rule %s asks for what %s does [GATE-1]', (rule, other) => {
    const broken: Model = {
      rule: (of, known, method, argument) =>
        mls.rule(of, known, method === rule ? other : method, argument),
    };

    expect(() => tryAll(broken, false)).toThrow('Property failed');
  });

  it('is found to flow down where a current level may fall [GATE-1]', () => {
    const broken: Model = {
      rule: (of, known, method, argument) => {
        const trustingAll: Known = new Map(
          [...known].map(([sid, one]) => [
            sid,
            one.kind === 'subject' ? { ...one, trusted: true } : one,
          ]),
        );
        return mls.rule(of, method === 'set_level' ? trustingAll : known, method, argument);
      },
    };

    expect(() => tryAll(broken, false)).toThrow('Property failed');
  });
});
