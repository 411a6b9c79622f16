import { describe, expect, it } from 'vitest';
import type { RunOptions } from './run.ts';
import { runSolution } from './run.ts';
import { sumUp, summaryLines } from './summary.ts';
import { askingSolution, openPolicy } from './test-trace.ts';

const summed = (policy: string, options: RunOptions) => {
  const run = runSolution(askingSolution(policy), options);
  const summing = sumUp(run, options);
  for (const step of run.steps) summing.add(step);
  return summing.done();
};

describe('the summary of a run', () => {
  it('counts what the steps were, and adds up [SIM-1]', () => {
    const summary = summed(openPolicy, { seed: 2, steps: 40 });
    const acted = Object.values(summary.stepsOf).reduce((sum, one) => sum + one, 0);

    expect(summary).toMatchObject({ steps: 40, halted: false, refusals: {}, faults: [] });
    expect(acted + summary.ticks).toBe(40);
    expect(summary.verdicts['request']).toEqual({ granted: summary.calls, denied: {} });
    expect(summary.verdicts['execute']).toEqual({ granted: 4, denied: {} });
  });

  it('tells denials by reason, refusals, and faults that came or did not [SIM-1]', () => {
    const faults = [
      { at: 5, process: 'client', fault: 'exhaust' },
      { at: 85, process: 'server', fault: 'hang' },
      { at: 99, process: 'client', fault: 'kill' },
    ] as const;
    const lines = summaryLines(summed(openPolicy, { seed: 2, steps: 90, faults }));

    expect(lines).toContain('faults:');
    expect(lines).toContain('  hang of server at 85');
    expect(lines).toContain('  kill of client at 99: never came about');
    expect(lines.join('\n')).toMatch(/refused: .*tableFull \d/);
    expect(lines.join('\n')).toMatch(/exhaust of client at 5: \d+ steps/);
    expect(summaryLines(summed('execute { grant () }', { seed: 2, steps: 20 }))).toContainEqual(
      expect.stringMatching(/request 0 granted, \d+ denied \(noRule \d+\)/),
    );
  });
});
