import type { NoticeTopology } from './solution.ts';

/**
 * "a" provides an object and a badge; of "b" one thread subscribes and waits for a time, the other for ever.
 */
export const smallTopology: NoticeTopology = {
  processes: ['a', 'b'],
  channels: [['a', 'b']],
  threads: [
    { of: 'a', does: ['SetEvent', 'Revoke', 'Trap'], lasts: [] },
    { of: 'b', does: ['Create', 'Subscribe', 'GetEvent'], lasts: ['longest'] },
    {
      of: 'b',
      does: ['GetEvent', 'SetEvent', 'Unsubscribe', 'Drop', 'Close', 'Revoke', 'Trap'],
      lasts: ['forever'],
    },
  ],
  lent: [
    { to: 'b', what: 'object', rights: ['getEvent'] },
    { to: 'b', what: 'badge', rights: ['getEvent'] },
  ],
  asks: [
    { by: 'b', kind: 'object', id: 1, mask: ['alarm', 'gone'] },
    { by: 'b', kind: 'badge', id: 2, mask: ['gone', 'subtree'] },
  ],
  sets: [['news'], ['alarm']],
  table: 5,
  resources: 2,
  subscriptions: 1,
  ticks: 2,
};
