import { describe, expect, it } from 'vitest';
import { compile } from '../../kss/compiled/compile.ts';
import { dependencesOf } from '../../kss/dependence/dependences.ts';
import type { DependenceCode } from '../../kss/dependence/codes.ts';
import { standardOptions } from '../../kss/engine-options.ts';
import type { EngineOptions } from '../../kss/engine-options.ts';
import { interpret } from '../../kss/interpreter.ts';
import type { Finding, Verdict } from '../../model/security.ts';
import type { Solution } from '../../solution/solution.ts';
import { standardSwitches } from '../../spec/switches.ts';
import type { Switches } from '../../spec/switches.ts';
import { describeFailure, runCampaign } from './campaign.ts';
import type { EnginePair } from './campaign.ts';
import { runOfModule } from './engine-run.ts';
import type { EngineRun } from './engine-run.ts';

const quick = { seed: 1, policies: 50, sequences: 6, length: 25 };

const optionsOf = (other: Partial<Switches>): EngineOptions => ({
  ...standardOptions,
  switches: { ...standardSwitches, ...other },
});

const readings: readonly (readonly [DependenceCode, Partial<Switches>])[] = [
  ['DEP-020', { order: 'reversed' }],
  ['DEP-024', { logic: 'shortCircuit' }],
  ['DEP-026', { overflow: 'wraps' }],
];
const all: Partial<Switches> = { order: 'reversed', logic: 'shortCircuit', overflow: 'wraps' };

const pairOf =
  (left: EngineOptions, right: EngineOptions) =>
  (solution: Solution): EnginePair => {
    const [one, other] = [interpret(solution, left), compile(solution, right).module];
    return { left: () => runOfModule(one), right: () => runOfModule(other) };
  };

describe('interpreter and compiled engine', () => {
  it.each([...readings.map(([, other]) => other), all])(
    'agree where choices are read as %o [KSS-3]',
    (other) => {
      const { failure, ...counts } = runCampaign(quick, pairOf(optionsOf(other), optionsOf(other)));

      expect(failure && describeFailure(failure)).toBeUndefined();
      expect(counts.granted).toBeGreaterThan(100);
    },
  );

  it.each(readings)(
    'are found to differ where one reads as %s warns of [GATE-1]',
    (_code, other) => {
      const plan = { ...quick, policies: 400, shrinking: 'none' } as const;
      const { failure } = runCampaign(plan, pairOf(standardOptions, optionsOf(other)));

      expect(failure).toBeDefined();
    },
  );
});

const at = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 };
const some: Finding = { object: '', rule: '', at, result: 'granted' };

/** Granted or denied: reasons may differ where verdicts do not. */
const blunt = ({ kind }: Verdict): Verdict =>
  kind === 'granted' ? { kind, by: [some] } : { kind, because: 'noRule', by: [] };

const bluntly = (run: EngineRun): EngineRun => ({
  ...run,
  // The audit level may differ: no verdict rests on it (C-31).
  bytes: () => '',
  decide: (event) => ({ verdict: blunt(run.decide(event).verdict), audit: undefined }),
});

/** How many policies were told nothing of, and what their verdicts differed in. */
const untold = (code: DependenceCode, other: Partial<Switches>, tells: typeof dependencesOf) => {
  let silent = 0;
  const { failure } = runCampaign({ ...quick, policies: 250, shrinking: 'none' }, (solution) => {
    const isTold = tells(solution).some((one) => one.code === code);
    if (!isTold) silent += 1;
    const engines = [standardOptions, isTold ? standardOptions : optionsOf(other)] as const;
    const [left, right] = engines.map((options) => interpret(solution, options));
    if (left === undefined || right === undefined) throw new Error('two engines are made');
    return { left: () => bluntly(runOfModule(left)), right: () => bluntly(runOfModule(right)) };
  });
  return { silent, failure: failure && describeFailure(failure) };
};

describe('policies of which nothing is told', () => {
  it.each(readings)('get the same verdicts by both readings: %s [KSS-1]', (code, other) => {
    const { silent, failure } = untold(code, other, dependencesOf);

    expect(failure).toBeUndefined();
    expect(silent).toBeGreaterThan(10);
  });

  it.each(readings)('are found out where %s is kept quiet [GATE-1]', (code, other) => {
    expect(untold(code, other, () => []).failure).toBeDefined();
  });
});
