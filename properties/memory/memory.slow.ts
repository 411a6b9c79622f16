import { describe, expect, it } from 'vitest';
import { accessesOwnFrames } from './accesses-own-frames.ts';
import { properties } from '../catalogue.ts';
import { sampleProperties } from '../run-properties.ts';
import { sharingFiles, sharingIntent } from './memory-runs.ts';
import { found } from './test-found.ts';
import { memoryHoles } from './test-memory-holes.ts';

describe('runs that are about memory, at length', () => {
  it.each([2, 3, 4])('break no property, from seed %i [MEM-2] [MEM-3] [MEM-4] [MEM-5]', (seed) => {
    const sampling = { seed, runs: 50, steps: 400, files: sharingFiles };

    const results = sampleProperties(properties, sampling, { intent: sharingIntent });

    expect(results.flatMap(({ counterexample }) => counterexample ?? [])).toEqual([]);
    expect(results[0]?.steps).toBe(20_000);
  });
});

describe('accessesOwnFrames, in rare runs', () => {
  it('finds a buffer that is mapped by a handle that was revoked [MEM-4] [GATE-1]', () => {
    const { why, trace = [] } = found(accessesOwnFrames, memoryHoles.mappingRevoked);

    expect(why).toMatch(/^process \d+ does a \w+ to frame …, which/);
    expect(trace.slice(-3)).toContain('MdlMap');
    expect(trace).toEqual(expect.arrayContaining(['Give', 'Revoke', 'MdlMap']));
  });
});
