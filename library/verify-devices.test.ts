import { describe, expect, it } from 'vitest';
import type { DeviceSearch } from '../properties/devices/search-devices.ts';
import { boards } from '../arch/boards/catalogue.ts';
import { deviceResults, masterResults } from './verify-devices.ts';

const common = { tools: {} };

const found = (parts: Partial<DeviceSearch>): DeviceSearch => ({
  states: 10,
  edges: 20,
  depth: 3,
  complete: true,
  rules: ['of its domain'],
  broken: undefined,
  ...parts,
});

const attack = {
  why: 'the device disk reaches a frame',
  steps: ['disk: dmaRead'],
  last: 'dmaRead',
} as const;

/** The statuses behind an IOMMU, and without one, where the searches came to this. */
const statusesOf = (behind: Partial<DeviceSearch>, without: Partial<DeviceSearch>) =>
  deviceResults(common, ({ iommu }) => found(iommu === 'none' ? without : behind)).map(
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

  it('fails without an IOMMU where what breaks is no access of a device [DMA-1] [GATE-1]', () => {
    const other = { broken: { ...attack, last: 'call' as const } };

    expect(statusesOf({}, other)).toContainEqual(['dma:none', 'failed']);
  });
});

describe('masterResults', () => {
  it('names the risk of a board without an IOMMU by its own masters [DMA-1] [BOARD-4]', () => {
    expect(masterResults(boards['imx6-quad'], common)).toMatchObject([
      { step: 'dma:unseen', status: 'passed', data: { risk: 'RISK-NO-IOMMU' } },
    ]);
  });

  it('tells masters that an IOMMU sees from those that go around it [DMA-1] [BOARD-4]', () => {
    const told = masterResults(boards['virt-smmuv3'], common, ({ iommu }) =>
      found({ rules: [iommu] }),
    );

    expect(told.map(({ step, status }) => [step, status])).toEqual([
      ['dma:seen', 'passed'],
      ['dma:unseen', 'failed'],
    ]);
  });
});
