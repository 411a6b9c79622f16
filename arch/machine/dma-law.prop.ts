import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondStageHoles } from '../iommu/smmuv3/test-holes.ts';
import { vtdHoles } from '../iommu/test-holes.ts';
import { dmaHoles, sound, withFormat } from './test-dma-holes.ts';
import { anyDmaRun } from './test-dma-runs.ts';
import { runDma } from './test-dma-law.ts';
import type { DmaSeen } from './test-dma-law.ts';
import type { Make } from './test-law-runs.ts';

const seeded = { seed: 1, numRuns: 200 };
const seededForHoles = { seed: 1, numRuns: 600, endOnFailure: true };

const names = ['vtd', 'smmuv3'] as const;

type Name = (typeof names)[number];

const lawOf = (make: Make, iommu: Name) =>
  fc.property(anyDmaRun, (run) => {
    expect(runDma(make, iommu, run).breach).toBeUndefined();
  });

const leastSeen = {
  stale: 50,
  former: 50,
  reached: 200,
  blocked: 100,
  quiet: 100,
  noFrame: 50,
  reused: 20,
} as const satisfies DmaSeen;

const kinds = [
  ...(['stale', 'former', 'reached', 'blocked', 'quiet'] as const),
  ...(['noFrame', 'reused'] as const),
];

describe('devices behind tables of an IOMMU', () => {
  it.each(names)('do nothing that those of the abstract machine cannot: %s [DMA-1]', (iommu) => {
    fc.assert(lawOf(sound, iommu), seeded);
  });

  it.each(names)('were seen to go by what is stale, and all else: %s [GATE-1]', (iommu) => {
    const seen = fc.sample(anyDmaRun, seeded).map((run) => runDma(sound, iommu, run).seen);
    const sumOf = (what: keyof DmaSeen): number => seen.reduce((sum, one) => sum + one[what], 0);
    const lacking = kinds.filter((what) => sumOf(what) < leastSeen[what]);

    expect(lacking).toEqual([]);
  });
});

describe('the law of devices', () => {
  it.each(names.flatMap((iommu) => dmaHoles.map(([what, make]) => [iommu, what, make] as const)))(
    'finds a hole: %s, %s [GATE-1]',
    (iommu, _, make) => {
      expect(fc.check(lawOf(make, iommu), seededForHoles).failed).toBe(true);
    },
  );

  it.each(vtdHoles)('finds VT-d that %s [GATE-1]', (_, format) => {
    expect(fc.check(lawOf(withFormat(format, {}), 'vtd'), seededForHoles).failed).toBe(true);
  });

  it.each(secondStageHoles)('finds SMMUv3 that %s [GATE-1]', (_, format) => {
    const make = withFormat(format, { s1p: 0, log2size: 3 });

    expect(fc.check(lawOf(make, 'smmuv3'), seededForHoles).failed).toBe(true);
  });
});
