import { ipc, ipcSystem } from '../ipc/ipc.ts';
import { makePlanting } from './test-planting.ts';

/** A small system of the twin Ipc: one client and a server, whose waits end early in every way. */
export const { compareWith } = makePlanting(
  ipc,
  ipcSystem('MCIpcWaits', {
    processes: ['a', 's'],
    channels: [['a', 's']],
    limits: { a: [{ msecs: 15 }], s: [{ msecs: 0, stop: true }] },
    ticks: 2,
    msecsPerTick: 10,
    exits: ['s'],
    traps: ['a'],
  }),
);
