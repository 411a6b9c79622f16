import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import type { SecurityModel } from '../security-model.ts';
import { rbac } from './rbac.ts';
import type { AnyRbacState } from './rbac.ts';
import { parseObject } from './test-objects.ts';
import {
  after,
  argumentOf,
  breaks,
  inWords,
  nobody,
  permissions,
  textOf,
} from './test-rbac-relations.ts';
import type { Plan, Step } from './test-rbac-relations.ts';

const runs = { seed: 20261, numRuns: 600 } as const;

const planArbitrary: fc.Arbitrary<Plan> = fc.integer({ min: 2, max: 6 }).chain((count) => {
  const limit = fc
    .uniqueArray(fc.nat(count - 1), { minLength: 2, maxLength: 4 })
    .chain((roles) =>
      fc.integer({ min: 2, max: roles.length }).map((cardinality) => ({ roles, cardinality })),
    );
  return fc.record({
    roles: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          juniors:
            index === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(index - 1), { maxLength: 2 }),
          permissions: fc.uniqueArray(fc.nat(permissions - 1), { maxLength: 2 }),
        }),
      ),
    ),
    ssd: fc.array(limit, { maxLength: 2 }),
    dsd: fc.array(limit, { maxLength: 2 }),
  });
});

const sid = fc.integer({ min: 1, max: 5 });
const role = fc.nat(9);
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ rule: fc.constant('assign' as const), user: sid, role }) },
  fc.record({ rule: fc.constant('deassign' as const), user: sid, role }),
  {
    weight: 2,
    arbitrary: fc.record({
      rule: fc.constant('open' as const),
      sid,
      user: sid,
      roles: fc.array(role, { maxLength: 2 }),
    }),
  },
  fc.record({ rule: fc.constantFrom('close' as const, 'release' as const), sid }),
  {
    weight: 3,
    arbitrary: fc.record({
      rule: fc.constantFrom('activate' as const, 'drop' as const),
      sid,
      role,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      rule: fc.constant('check' as const),
      sid,
      permission: fc.nat(permissions - 1),
    }),
  },
);

type Model = Pick<SecurityModel<AnyRbacState>, 'rule' | 'release'>;

/** How often each end was met, so that none is tested in vain. */
interface Ends {
  unassignable: number;
  granted: number;
  denied: number;
}

/** Runs the steps on the model and on the relations, which must stay the same. */
const compare = (plan: Plan, steps: readonly Step[], model: Model, ends: Ends): void => {
  const object = parseObject(textOf(plan));
  const isUnassignable = [...plan.roles.keys()].some(
    (one) => breaks(plan, plan.ssd, [one]) || breaks(plan, plan.dsd, [one]),
  );
  expect(rbac.check(object).length > 0).toBe(isUnassignable);
  if (isUnassignable) {
    ends.unassignable += 1;
    return;
  }
  let [state, relations] = [rbac.initial(object), nobody];
  for (const step of steps) {
    const next = after(plan, relations, step);
    if (step.rule === 'release') state = model.release(state, sidOf(step.sid));
    else {
      const result = model.rule(object, state, step.rule, argumentOf(plan, step));
      const kind = next === undefined ? 'denied' : 'granted';
      ends[kind] += 1;
      expect([step.rule, result.kind]).toEqual([step.rule, kind]);
      if (result.kind === 'granted') state = result.next ?? state;
    }
    relations = next ?? relations;
    expect(rbac.describe(state, object)).toEqual(inWords(relations));
  }
};

const tryAll = (model: Model): Ends => {
  const ends = { unassignable: 0, granted: 0, denied: 0 };
  const property = fc.property(
    planArbitrary,
    fc.array(stepArbitrary, { minLength: 5, maxLength: 30 }),
    (plan, steps) => {
      compare(plan, steps, model, ends);
    },
  );
  fc.assert(property, runs);
  return ends;
};

describe('Rbac', () => {
  it('does what the standard says of users, roles, sessions and separation of duty [KSS-1]', () => {
    const ends = tryAll(rbac);

    expect(Math.min(ends.unassignable, ends.granted, ends.denied)).toBeGreaterThan(50);
  });

  it('is found out where a role that is taken stays active [GATE-1]', () => {
    const forgetful: Model = {
      ...rbac,
      rule: (object, state, method, argument) => {
        const result = rbac.rule(object, state, method, argument);
        if (method !== 'deassign' || result.kind !== 'granted' || result.next === undefined) {
          return result;
        }
        const { next } = result;
        const kept = state.kind === 'sessions' && next.kind === 'sessions';
        return kept ? { ...result, next: { ...next, sessions: state.sessions } } : result;
      },
    };

    expect(() => tryAll(forgetful)).toThrow('Property failed');
  });

  it('is found out where separation of duty is not asked for [GATE-1]', () => {
    const lax: Model = {
      ...rbac,
      rule: (object, state, method, argument) => {
        const result = rbac.rule(object, state, method, argument);
        return result.kind === 'denied' && result.why.includes('forbids')
          ? { kind: 'granted' }
          : result;
      },
    };

    expect(() => tryAll(lax)).toThrow('Property failed');
  });

  it('is found out where a session outlives its user [GATE-1]', () => {
    const lasting: Model = {
      ...rbac,
      release: (state, sid) => {
        const next = rbac.release(state, sid);
        return state.kind === 'sessions' && next.kind === 'sessions'
          ? { ...next, sessions: state.sessions }
          : next;
      },
    };

    expect(() => tryAll(lasting)).toThrow('Property failed');
  });
});
