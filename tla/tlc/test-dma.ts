import { dma, dmaSystem } from '../dma/dma.ts';
import { makePlanting } from './test-planting.ts';

/** A small system of the twin Dma: one device, which two drivers have in turn, of whom one makes buffers. */
export const { compareWith } = makePlanting(
  dma,
  dmaSystem('MCDmaTiny', {
    processes: ['a', 'b'],
    channels: [],
    devices: ['disk'],
    drives: [
      ['a', 'disk'],
      ['b', 'disk'],
    ],
    makers: ['a'],
    traps: ['a'],
    share: 1,
    resources: 2,
  }),
);
