import { dmaAccesses } from './dma-access.ts';
import { attachments, translations } from './dma-edits.ts';
import type { Dma, DmaParts } from './dma.ts';

/** The DMA of a machine. */
export const dmaOf = (parts: DmaParts, domains: number): Dma => {
  const { devices, iommu } = parts.peripherals;
  return {
    initial: {
      domains: Array.from({ length: iommu === 'none' ? 0 : domains }, (_, domain) =>
        parts.translator.open(domain),
      ),
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
