import { dmaAccesses } from './dma-access.ts';
import { attachments, translations } from './dma-edits.ts';
import type { Dma, DmaParts } from './dma.ts';
import type { Space } from './translator.ts';

/** The DMA of a machine. Shape: `open` gives an empty domain by its number. */
export const dmaOf = (parts: DmaParts, domains: number, open: (domain: number) => Space): Dma => {
  const { devices, iommu } = parts.peripherals;
  return {
    initial: {
      domains: Array.from({ length: iommu === 'none' ? 0 : domains }, (_, domain) => open(domain)),
      attached: devices.map(() => undefined),
      power: devices.map(() => 'quiet'),
      cached: [],
      former: [],
      pending: [],
    },
    ...dmaAccesses(parts),
    ...translations(parts),
    ...attachments(parts),
  };
};
