import { describe, expect, it } from 'vitest';
import { runAssertions } from '../kss/pal.ts';
import { digestsOf, exampleSolution, exploredFor, violatedIn } from './test-example.ts';

const solution = exampleSolution('railway-crossing');
const commands = 'gateway-never-commands-barrier';

describe('railway-crossing', () => {
  it('loads without a word, and meets every expectation of its policy [LANG-2]', () => {
    const results = runAssertions(solution);

    expect(results.filter(({ passed }) => !passed)).toEqual([]);
    expect(results).toHaveLength(70);
    expect(results.filter(({ verdict }) => verdict === 'denied').length).toBeGreaterThan(15);
  });

  it('keeps its objectives whatever the gateway does, and each is put to the test [OBJ-2]', () => {
    const { violations, judged, explored, mostGeneral, reasons } = exploredFor(solution, commands);

    expect(violations).toEqual([]);
    expect([...judged.values()].every((count) => count > 0)).toBe(true);
    expect(explored.states).toBe(17_536);
    expect(mostGeneral).toEqual(['Gateway']);
    expect(reasons).toEqual([]);
  });

  it('shows the shortest attack once one line lets the gateway command the barrier [OBJ-3] [GATE-1]', () => {
    const weakened = exampleSolution('railway-crossing', {
      file: 'security.psl',
      from: 'dst=rail.Barrier endpoint=mech.position.read { grant () }',
      to: 'dst=rail.Barrier { grant () }',
    });

    expect(violatedIn(exploredFor(weakened, commands))).toEqual([[commands, 1]]);
  });

  it('runs the same way for the same seed, and another for another [SIM-2]', () => {
    expect(digestsOf(solution, 3, 60)).toEqual(digestsOf(solution, 3, 60));
    expect(digestsOf(solution, 3, 60)).not.toEqual(digestsOf(solution, 4, 60));
    expect(digestsOf(solution, 3, 60)).toHaveLength(60);
  });
});
