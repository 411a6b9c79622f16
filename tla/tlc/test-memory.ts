import { memory, memorySystem } from '../memory/memory.ts';
import { makePlanting } from './test-planting.ts';

/** A small system of the twin Memory: one frame, which is written or executed, and two cores. */
export const { compareWith } = makePlanting(
  memory,
  memorySystem('MCMemoryTiny', {
    processes: ['a', 'b'],
    channels: [['a', 'b']],
    makers: ['a'],
    sharers: ['a'],
    traps: [],
    cores: 2,
    share: 1,
    pages: 1,
    objects: 1,
    asks: ['rw', 'rx'],
    masks: ['all'],
  }),
);
