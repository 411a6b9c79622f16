import type { IpcTopology } from './solution.ts';

/** Two clients of the server "s", which itself calls one of them, so that requests queue and nest. */
export const smallTopology: IpcTopology = {
  processes: ['a', 'b', 's'],
  channels: [
    ['a', 's'],
    ['b', 's'],
    ['s', 'b'],
  ],
  limits: { b: [{ msecs: 90 }], s: [{ msecs: 5, stop: true }] },
  ticks: 2,
  msecsPerTick: 10,
  exits: ['a', 's'],
  traps: ['b'],
};

/** Three clients; one of them is called by another, and by the server. */
export const fullTopology: IpcTopology = {
  processes: ['a', 'b', 'c', 's'],
  channels: [
    ['a', 's'],
    ['b', 's'],
    ['c', 'b'],
    ['s', 'b'],
  ],
  limits: { a: [{ msecs: 15, stop: true }], s: [{ msecs: 0, stop: true }] },
  ticks: 2,
  msecsPerTick: 10,
  exits: ['a', 's'],
  traps: ['b'],
};
