import { describe, expect, it } from 'vitest';
import { exploreSolution } from '../assurance/explore-solution.ts';
import { catalogue } from '../kss/catalogue.ts';
import { runAssertions } from '../kss/pal.ts';
import { runSolution } from '../simulator/run.ts';
import { load } from '../solution/load.ts';
import type { Solution } from '../solution/solution.ts';
import { exampleFiles } from './embedded.ts';

const files = exampleFiles.get('railway-crossing') ?? new Map<string, string>();

const loaded = (change: (policy: string) => string = (policy) => policy): Solution => {
  const changed = new Map([...files, ['security.psl', change(files.get('security.psl') ?? '')]]);
  const { solution, diagnostics } = load({ name: 'railway-crossing', files: changed }, catalogue);
  expect(diagnostics).toEqual([]);
  if (solution === undefined) throw new Error('it does not load');
  return solution;
};

const explored = (solution: Solution) =>
  exploreSolution(solution, {
    untrusted: solution.objectives[0]?.untrusted ?? [],
    objectives: solution.objectives,
    states: 100_000,
    services: false,
  });

describe('railway-crossing', () => {
  it('loads without a word, and meets every expectation of its policy [LANG-2]', () => {
    const results = runAssertions(loaded());

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(70);
    expect(results.filter(({ verdict }) => verdict === 'denied').length).toBeGreaterThan(15);
  });

  it('keeps its objectives whatever the gateway does, and each is put to the test [OBJ-2]', () => {
    const { violations, judged, explored: found, mostGeneral, reasons } = explored(loaded());

    expect(violations).toEqual([]);
    expect([...judged.values()].every((count) => count > 0)).toBe(true);
    expect(found.states).toBe(17_536);
    expect(mostGeneral).toEqual(['Gateway']);
    expect(reasons).toEqual([]);
  });

  it('shows the shortest attack once one line lets the gateway command the barrier [OBJ-3] [GATE-1]', () => {
    const weakened = loaded((policy) =>
      policy.replace(
        'dst=rail.Barrier endpoint=mech.position.read { grant () }',
        'dst=rail.Barrier { grant () }',
      ),
    );
    const { violations } = explored(weakened);

    expect(violations.map(({ property, trace }) => [property, trace.length])).toEqual([
      ['gateway-never-commands-barrier', 1],
    ]);
  });

  it('runs the same way for the same seed, and another for another [SIM-2]', () => {
    const solution = loaded();
    const digests = (seed: number): readonly string[] =>
      [...runSolution(solution, { seed, steps: 60 }).steps].map(({ state }) => state);

    expect(digests(3)).toEqual(digests(3));
    expect(digests(3)).not.toEqual(digests(4));
    expect(digests(3)).toHaveLength(60);
  });
});
