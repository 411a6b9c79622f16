import { describe, expect, it } from 'vitest';
import type { Finding, SecurityModule, Verdict } from '../../model/security.ts';
import { compile } from '../../kss/compiled/compile.ts';
import { standardParts } from '../../kss/compiled/parts-of-engine.ts';
import type { EngineParts } from '../../kss/compiled/parts-of-engine.ts';
import { standardOptions } from '../../kss/engine-options.ts';
import type { Context } from '../../kss/context.ts';
import { interpret, interpreter } from '../../kss/interpreter.ts';
import type { Solution } from '../../solution/solution.ts';
import { describeFailure, runCampaign } from './campaign.ts';
import type { EnginePair } from './campaign.ts';
import { runOfModule } from './engine-run.ts';
import { besideSession } from './beside-session.ts';
import { withConstantsSwapped } from './swap-constants.ts';

const quick = { seed: 1, policies: 120, sequences: 10, length: 25 };

type Engine = SecurityModule<Context>;

/** The interpreter beside an engine that is made of a solution. */
const beside =
  (make: (solution: Solution) => Engine) =>
  (solution: Solution): EnginePair => {
    const [left, right] = [interpret(solution), make(solution)];
    return { left: () => runOfModule(left), right: () => runOfModule(right) };
  };

/** In what a wrong engine is found to differ, within the quick budget. */
const foundIn = (make: (solution: Solution) => Engine): string | undefined =>
  runCampaign({ ...quick, shrinking: 'none' }, beside(make)).failure?.difference.in;

/** An engine that keeps what the rules before the last did, though the event is denied. */
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

const backwards = (verdict: Verdict): Verdict => {
  const [first, ...rest] = [...verdict.by].reverse();
  if (first === undefined) return verdict;
  const by: readonly [Finding, ...Finding[]] = [first, ...rest];
  if (verdict.kind === 'granted') return { ...verdict, by };
  return verdict.because === 'ruleRefused' || verdict.because === 'failed'
    ? { ...verdict, by }
    : verdict;
};

const changed =
  (change: (engine: Engine) => Partial<Engine>) =>
  (solution: Solution): Engine => {
    const engine = interpret(solution);
    return { ...engine, ...change(engine) };
  };

const withParts =
  (parts: Partial<EngineParts>) =>
  (solution: Solution): Engine =>
    compile(solution, standardOptions, { ...standardParts, ...parts }).module;

describe('interpreter and compiled engine', () => {
  it('agree over generated policies and sequences, as a module [KSS-3]', () => {
    const { failure, ...counts } = runCampaign(
      quick,
      beside((solution) => compile(solution).module),
    );

    expect(failure === undefined ? '' : describeFailure(failure)).toBe('');
    expect(counts.policies).toBe(quick.policies);
    expect(counts.sequences).toBe(quick.policies * quick.sequences);
    expect(counts.granted / counts.events).toBeGreaterThan(0.3);
  });

  it('agree over generated policies and sequences, as a session that is changed in place [KSS-3]', () => {
    const { failure, ...counts } = runCampaign({ ...quick, seed: 2 }, besideSession);

    expect(failure === undefined ? '' : describeFailure(failure)).toBe('');
    expect(counts.sequences).toBe(quick.policies * quick.sequences);
  });
});

describe('runCampaign', () => {
  it('gives the same result for the same seed [VER-1]', () => {
    const small = { seed: 7, policies: 10, sequences: 3, length: 10 };
    const run = () => runCampaign(small, beside(interpret));

    expect(run()).toEqual(run());
  });

  it('finds an engine that swaps two constants of one binding [KSS-3] [GATE-1]', () => {
    expect(foundIn((solution) => interpret(withConstantsSwapped(solution)))).toBeDefined();
  });

  it('finds an engine that keeps effects of a denied event [KSS-3] [GATE-1]', () => {
    expect(foundIn(keepingEffects)).toBe('context');
  });

  it.each([
    [
      'tells its findings in another order',
      'findings',
      changed(({ decide }) => ({
        decide: (context, event) => {
          const decision = decide(context, event);
          return { ...decision, verdict: backwards(decision.verdict) };
        },
      })),
    ],
    [
      'records nothing',
      'audit',
      changed(({ decide }) => ({
        decide: (context, event) => ({ ...decide(context, event), audit: undefined }),
      })),
    ],
    ['forgets no SID', 'context', changed(() => ({ release: (context) => context }))],
    [
      'holds a failure for a refusal',
      'because',
      changed(({ decide }) => ({
        decide: (context, event) => {
          const decision = decide(context, event);
          const { verdict } = decision;
          return verdict.kind === 'denied' && verdict.because === 'failed'
            ? { ...decision, verdict: { ...verdict, because: 'ruleRefused' } }
            : decision;
        },
      })),
    ],
    [
      'asks the bindings from the last to the first',
      'findings',
      withParts({
        indexBindings: (bindings) => standardParts.indexBindings([...bindings].reverse()),
      }),
    ],
  ] as const)('finds an engine that %s [KSS-3] [GATE-1]', (_, difference, make) => {
    expect(foundIn(make)).toBe(difference);
  });

  it('finds a compiled engine that takes nothing back [KSS-3] [GATE-1]', () => {
    const makeUndoLog: EngineParts['makeUndoLog'] = () => ({
      ...standardParts.makeUndoLog(),
      rewind: () => undefined,
    });

    expect(foundIn(withParts({ makeUndoLog }))).toBe('context');
  });

  it('shrinks what it finds to a small policy and few events [KSS-3]', () => {
    const { failure } = runCampaign(quick, beside(keepingEffects));
    const size = failure === undefined ? undefined : describeFailure(failure).split('\n').length;

    expect(failure?.sequence).toHaveLength(1);
    expect(size).toBeLessThan(160);
  });
});
