import { describe, expect, it } from 'vitest';
import type { Change } from './test-drivers.ts';
import { searched } from './test-drivers.ts';

/** What each hole is, and what is found: the property's words, and the shortest run. */
const holes: readonly (readonly [string, Change, string, readonly string[]])[] = [
  [
    'puts a device into the domain of another',
    (machine) => ({
      ...machine,
      dma: {
        ...machine.dma,
        attach: (state, device, domain) => machine.dma.attach(state, device, 1 - domain),
      },
    }),
    "the device disk is in another's domain",
    ['0 RegisterMmio', '0 Attach', '1 RegisterDma'],
  ],
  [
    "leaves a dead driver's device running",
    (machine) => ({ ...machine, dma: { ...machine.dma, stop: (state) => state } }),
    "the device disk runs, and is nobody's",
    ['0 RegisterMmio', '0 Close'],
  ],
  [
    'forgets to have the IOMMU forget',
    (machine) => ({
      ...machine,
      dma: {
        ...machine.dma,
        unmap: (state, domain, address) => {
          const done = machine.dma.unmap(state, domain, address);
          if (typeof done === 'string') return done;
          return { ...done, dma: { ...done.dma, pending: state.dma.pending } };
        },
      },
    }),
    'the device disk reaches a frame of process 0 that is free, and in no domain of it',
    ['0 RegisterMmio', '0 RegisterDma', '0 Attach', '0 Close', 'device 0 dmaRead'],
  ],
];

describe('dmaIsolation', () => {
  it('holds in every state of two drivers and a hostile device behind an IOMMU [DMA-1] [DRV-1]', () => {
    const found = searched('vtd');

    expect(found).toMatchObject({ complete: true, broken: undefined });
    expect(found.rules).toEqual([
      'of a domain that it was in, until the IOMMU forgets',
      'of its domain',
      'that waits for what was let reach it',
    ]);
    expect(found.states).toBeGreaterThan(100);
  });

  it('is broken without an IOMMU, by the shortest run that there is [DMA-1] [GATE-1]', () => {
    const found = searched('none');

    expect(found.broken).toContain('the device disk reaches a frame of process');
    expect(found.trace).toEqual(['0 RegisterMmio', 'device 0 dmaRead']);
  });

  it.each(holes)('finds a machine that %s [DMA-1] [GATE-1]', (_, change, broken, trace) => {
    expect(searched('vtd', change)).toMatchObject({ broken, trace });
  });
});
