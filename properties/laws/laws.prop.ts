import { describe, expect, it } from 'vitest';
import type { Decision, SecurityModule } from '../../model/security.ts';
import { compile } from '../../kss/compiled/compile.ts';
import type { Context } from '../../kss/context.ts';
import { interpret, interpreter } from '../../kss/interpreter.ts';
import type { Solution } from '../../solution/solution.ts';
import { auditDecidesNothing } from './audit-decides-nothing.ts';
import { laws } from './catalogue.ts';
import { decidingTwice } from './deciding-twice.ts';
import { denialChangesNothing } from './denial-changes-nothing.ts';
import type { Law } from './law.ts';
import { moreRulesNeverGrant } from './more-rules-never-grant.ts';
import { orderDoesNotMatter } from './order-does-not-matter.ts';
import { releaseForgets } from './release-forgets.ts';
import { sampleLaw } from './sample-law.ts';
import { uncoveredIsDenied } from './uncovered-is-denied.ts';

const sampling = { seed: 1, runs: 40, length: 30 };

type Engine = SecurityModule<Context>;

const here = { file: 'planted', line: 1, column: 1, endLine: 1, endColumn: 1 };

const grantAll = {
  kind: 'granted',
  by: [{ object: 'base', rule: 'grant', at: here, result: 'granted' }],
} as const;

/** The interpreter with its decisions changed. */
const deciding =
  (change: (decision: Decision<Context>, engine: Engine) => Decision<Context>) =>
  (solution: Solution): Engine => {
    const engine = interpret(solution);
    return {
      ...engine,
      decide: (context, event) => change(engine.decide(context, event), engine),
    };
  };

/** Holds an event for granted if its last rule grants it. */
const trustingTheLast = deciding((decision) => {
  const { verdict } = decision;
  const last = verdict.by.at(-1);
  return verdict.kind === 'denied' && last?.result === 'granted'
    ? { ...decision, verdict: { kind: 'granted', by: [last] } }
    : decision;
});

const keepingEffects = (solution: Solution): Engine => {
  const { judge, module } = interpreter(solution);
  return {
    ...module,
    decide: (context, event) => {
      const decision = module.decide(context, event);
      const last = judge(context, event).asked.at(-1);
      return decision.verdict.kind === 'denied' && last !== undefined && last.before !== context
        ? { ...decision, next: last.before }
        : decision;
    },
  };
};

/** Answers every seventh question with the answer to the one before. */
const forgetful = (solution: Solution): Engine => {
  const engine = interpret(solution);
  let count = 0;
  return {
    ...engine,
    decide: (context, event) => {
      count += 1;
      const decision = engine.decide(context, event);
      return count % 7 === 0 ? { verdict: decision.verdict, audit: undefined } : decision;
    },
  };
};

const planted: readonly (readonly [string, Law, (solution: Solution) => Engine, RegExp])[] = [
  [
    'grants what no rule covers',
    uncoveredIsDenied,
    deciding((decision) =>
      decision.verdict.kind === 'denied' && decision.verdict.because === 'noRule'
        ? { ...decision, verdict: grantAll }
        : decision,
    ),
    /is granted, and uncovered$/,
  ],
  [
    'lets the last rule decide alone',
    moreRulesNeverGrant,
    trustingTheLast,
    /with one more rule it is granted$/,
  ],
  [
    'lets the last rule decide alone',
    orderDoesNotMatter,
    trustingTheLast,
    /answered otherwise in another order$/,
  ],
  [
    'keeps effects of a denied event',
    denialChangesNothing,
    keepingEffects,
    /leaves another context$/,
  ],
  [
    'answers otherwise now and then',
    decidingTwice,
    forgetful,
    /answered otherwise when asked again$/,
  ],
  [
    'forgets no SID',
    releaseForgets,
    (solution) => ({ ...interpret(solution), release: (context) => context }),
    /leaves a trace$/,
  ],
  [
    'denies what it records',
    auditDecidesNothing,
    deciding((decision) => {
      const { verdict, audit } = decision;
      return verdict.kind === 'granted' && (audit?.findings.length ?? 0) > 1
        ? { audit, verdict: { kind: 'denied', because: 'ruleRefused', by: verdict.by } }
        : decision;
    }),
    /decided otherwise without audit$/,
  ],
];

describe('laws', () => {
  it.each(laws.map((law) => [law.name, law] as const))(
    '%s holds for the interpreter, and its premise occurs [KSS-1] [KSS-2] [DENY-1]',
    (_, law) => {
      const { broken, runs, witnesses } = sampleLaw(law, interpret, sampling);

      expect(broken).toBeUndefined();
      expect(runs).toBe(sampling.runs);
      expect(witnesses).toBeGreaterThan(sampling.runs / 3);
    },
  );

  it.each(laws.map((law) => [law.name, law] as const))(
    '%s holds for the compiled engine [KSS-3]',
    (_, law) => {
      const engine = (solution: Solution) => compile(solution).module;

      const { broken, witnesses } = sampleLaw(law, engine, { ...sampling, seed: 2 });

      expect(broken).toBeUndefined();
      expect(witnesses).toBeGreaterThan(sampling.runs / 3);
    },
  );

  it.each(planted.map(([what, law, engine, why]) => [what, law.name, law, engine, why] as const))(
    'an engine that %s breaks %s [GATE-1]',
    (_, __, law, engine, why) => {
      const { broken } = sampleLaw(law, engine, sampling);

      expect(broken?.why).toMatch(why);
    },
  );

  it('each have an engine that breaks them [GATE-1]', () => {
    expect(planted.map(([, law]) => law)).toEqual(laws);
  });
});
