import { describe, expect, it } from 'vitest';
import type { DeviceSearch } from '../properties/devices/search-devices.ts';
import { deviceResults } from './verify-devices.ts';

const common = { tools: {} };

const found = (parts: Partial<DeviceSearch>): DeviceSearch => ({
  states: 10,
  edges: 20,
  complete: true,
  rules: ['of its domain'],
  broken: undefined,
  ...parts,
});

const attack = { why: 'the device disk reaches a frame', steps: ['disk: dmaRead'] };

/** The statuses behind an IOMMU, and without one, where the searches came to this. */
const statusesOf = (behind: Partial<DeviceSearch>, without: Partial<DeviceSearch>) =>
  deviceResults(common, (iommu) => found(iommu === 'none' ? without : behind)).map(
    ({ step, status }) => [step, status],
  );

describe('deviceResults', () => {
  it('passes behind an IOMMU, and names the risk without one, with the shortest run [DMA-1]', () => {
    expect(deviceResults(common)).toMatchObject([
      { step: 'dma:iommu', status: 'passed', how: 'exhaustive', data: { complete: true } },
      {
        step: 'dma:none',
        status: 'passed',
        detail:
          'residual risk RISK-NO-IOMMU, shown in 2 steps: first-driver: io.IO.RegisterMmio, disk: dmaRead',
        data: { risk: 'RISK-NO-IOMMU', broken: { steps: expect.any(Array) } },
      },
    ]);
  });

  it('fails where a device reaches what is not in its domain [DMA-1] [GATE-1]', () => {
    expect(statusesOf({ broken: attack }, { broken: attack })).toEqual([
      ['dma:iommu', 'failed'],
      ['dma:none', 'passed'],
    ]);
  });

  it('fails where the search without an IOMMU finds nothing: it would see no attack [DMA-1] [GATE-1]', () => {
    expect(statusesOf({}, {})).toEqual([
      ['dma:iommu', 'passed'],
      ['dma:none', 'failed'],
    ]);
  });

  it('is vacuous where no device reaches anything [DMA-1] [GATE-1]', () => {
    expect(statusesOf({ rules: [] }, { broken: attack })).toEqual([
      ['dma:iommu', 'vacuous'],
      ['dma:none', 'passed'],
    ]);
  });
});
