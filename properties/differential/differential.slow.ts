import { expect, it } from 'vitest';
import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import { besideSession } from './beside-session.ts';
import { describeFailure, runCampaign } from './campaign.ts';
import type { EnginePair } from './campaign.ts';
import { runOfModule } from './engine-run.ts';
import type { Solution } from '../../solution/solution.ts';

const long = { seed: 11, policies: 1700, sequences: 60, length: 25 };

const asModule = (solution: Solution): EnginePair => {
  const [left, right] = [interpret(solution), compile(solution).module];
  return { left: () => runOfModule(left), right: () => runOfModule(right) };
};

it.each([
  ['a module', asModule, long],
  ['a session', besideSession, { ...long, seed: 12 }],
] as const)(
  'interpreter and compiled engine agree over 10⁵ sequences and more, as %s [KSS-3]',
  (name, engines, plan) => {
    const started = performance.now();
    const { failure, ...counts } = runCampaign(plan, engines);
    const seconds = (performance.now() - started) / 1000;
    const rate = Math.round(counts.events / seconds);
    process.stdout.write(
      `${name}: ${JSON.stringify(counts)}, ${seconds.toFixed(0)} s, ${String(rate)} events/s\n`,
    );

    expect(failure === undefined ? '' : describeFailure(failure)).toBe('');
    expect(counts.sequences).toBe(plan.policies * plan.sequences);
  },
);
