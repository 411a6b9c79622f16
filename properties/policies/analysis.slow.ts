import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../kss/analyse/analyse.ts';
import { makeWitnessLines } from '../../kss/analyse/analysis-json.ts';
import type { AnalysisCode } from '../../kss/analyse/codes.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { makeDecider } from '../../kss/decide/decider.ts';
import { differencesOf } from '../../kss/diff/differences.ts';
import type { Solution } from '../../solution/solution.ts';
import { loadPolicy, policies } from './policy.ts';

const seed = 1;
const numRuns = 60;
const bounds = { contexts: 16, depth: 4, parties: 4, searches: 500 };

const solutions = (): readonly Solution[] =>
  fc.sample(policies(), { seed, numRuns }).map((policy) => loadPolicy(policy, catalogue));

/** The same policy without each third binding. */
const thinned = (solution: Solution): Solution => {
  const bindings = solution.policy.bindings.filter((_, index) => index % 3 !== 1);
  return { ...solution, policy: { ...solution.policy, bindings } };
};

/** Findings whose last event is denied. */
const denied = new Set<AnalysisCode>(['ANA-002', 'ANA-005', 'ANA-008']);

describe(`over ${String(numRuns)} generated policies, seed ${String(seed)}`, () => {
  it('each finding that has events is shown by them, as decide says [POL-4]', () => {
    let shown = 0;
    for (const solution of solutions()) {
      const linesOf = makeWitnessLines(solution);
      const { decide } = makeDecider(solution);
      for (const finding of analyse(solution, { bounds }).findings) {
        const lines = linesOf(finding);
        if (lines === undefined || !denied.has(finding.code)) continue;
        decide('{"reset":true}');
        for (const line of lines.after) decide(JSON.stringify(line));
        const { message } = lines.event as { message?: object };
        // The SID of a handle may be one that no line can name.
        if (JSON.stringify(message ?? {}).includes('"handle"')) continue;
        shown += 1;
        expect(decide(JSON.stringify(lines.event))).toMatchObject({ verdict: 'denied' });
      }
    }

    expect(shown).toBeGreaterThan(10);
  });

  it('each difference is confirmed by decide, and there are hundreds [POL-3]', () => {
    const found = solutions().map(
      (solution) => differencesOf(solution, thinned(solution), { bounds }).differences.length,
    );

    expect(found.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(300);
    expect(found.filter((one) => one > 0).length).toBeGreaterThan(20);
  });

  it('a policy does not differ from itself [POL-3]', () => {
    for (const solution of solutions()) {
      const { differences, reasons } = differencesOf(solution, solution, { bounds });

      expect([differences, reasons]).toEqual([[], []]);
    }
  });
});
