import { describe, expect, it } from 'vitest';
import { parts } from '../kernel/micro/parts.ts';
import { crashRun } from './test-crashes.ts';
import { supervisedRailway } from './test-supervised.ts';

const runs = 1000;

describe('the railway under a supervisor', () => {
  const solution = supervisedRailway();

  it('keeps its objectives through 1,000 seeded runs of crashes and restarts, and all is as before [LIFE-1] [OBJ-2]', () => {
    let crashes = 0;
    for (let seed = 1; seed <= runs; seed++) {
      const run = crashRun(solution, seed, 400);
      crashes += run.crashes;
      expect({ seed, violated: run.violated, left: run.after }).toEqual({
        seed,
        violated: [],
        left: run.before,
      });
    }

    expect(crashes).toBeGreaterThan(runs * 5);
  });

  it('finds a kernel that forgets the contexts of those who have ended [LIFE-2] [GATE-1]', () => {
    const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
    const differs = seeds.some((seed) => {
      const { before, after } = crashRun(solution, seed, 400, { ...parts, gone: () => [] });
      return JSON.stringify(before) !== JSON.stringify(after);
    });

    expect(differs).toBe(true);
  });
});
