import { describe, expect, it } from 'vitest';
import { machineFor } from '../../arch/machine/design.ts';
import { searchDevices } from './search-devices.ts';
import { standIns } from './stand-ins.ts';

describe('dmaIsolation, where domains are tables', () => {
  it.each([
    ['vtd', 'x86_64'],
    ['smmuv3', 'armv8'],
  ] as const)(
    'holds in every state of two drivers and a hostile device: %s [DMA-1] [DRV-1]',
    (iommu, arch) => {
      const found = searchDevices(
        standIns(iommu),
        (machine) => machine,
        (choice) => machineFor(arch, choice),
      );

      expect(found).toMatchObject({ complete: true, broken: undefined });
      expect(found.rules).toEqual([
        'of a domain that it was in, until the IOMMU forgets',
        'of its domain',
        'that waits for what was let reach it',
      ]);
      expect(found.states).toBe(searchDevices(standIns(iommu)).states);
    },
  );
});
