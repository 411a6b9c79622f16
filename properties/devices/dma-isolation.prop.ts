import { describe, expect, it } from 'vitest';
import type { Machine } from '../../arch/machine/machine.ts';
import { searchDevices } from './search-devices.ts';
import { standIns } from './stand-ins.ts';

type Change = (machine: Machine) => Machine;

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
    [
      'first-driver: io.IO.RegisterMmio',
      'first-driver: iommu.IOMMU.Attach',
      'second-driver: io.IO.RegisterDma',
    ],
  ],
  [
    "leaves a dead driver's device running",
    (machine) => ({ ...machine, dma: { ...machine.dma, stop: (state) => state } }),
    "the device disk runs, and is nobody's",
    ['first-driver: io.IO.RegisterMmio', 'first-driver: handle.Handle.Close'],
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
    'the device disk reaches a frame of first-driver that is free, and in no domain of it',
    [
      'first-driver: io.IO.RegisterMmio',
      'first-driver: io.IO.RegisterDma',
      'first-driver: iommu.IOMMU.Attach',
      'first-driver: handle.Handle.Close',
      'disk: dmaRead',
    ],
  ],
];

describe('dmaIsolation', () => {
  it('holds in every state of two drivers and hostile devices behind an IOMMU [DMA-1] [DRV-1]', () => {
    const found = searchDevices(standIns('vtd'));

    expect(found).toMatchObject({ complete: true, broken: undefined });
    expect(found.rules).toEqual([
      'of a domain that it was in, until the IOMMU forgets',
      'of its domain',
      'that waits for what was let reach it',
    ]);
    expect(found.states).toBeGreaterThan(100);
  });

  it('is broken without an IOMMU, by the shortest run that there is [DMA-1] [GATE-1]', () => {
    expect(searchDevices(standIns('none')).broken).toMatchObject({
      why: expect.stringContaining('the device disk reaches'),
      steps: ['first-driver: io.IO.RegisterMmio', 'disk: dmaRead'],
    });
  });

  it.each(holes)('finds a machine that %s [DMA-1] [GATE-1]', (_, change, why, steps) => {
    expect(searchDevices(standIns('vtd'), change).broken).toMatchObject({ why, steps });
  });
});
