import { channels, channelsSystem } from '../channels/channels.ts';
import { makePlanting } from './test-planting.ts';

/** A small system of the twin Channels: one client, with a channel of the solution and an object of the server's. */
export const { compareWith } = makePlanting(
  channels,
  channelsSystem('MCChannelsTiny', {
    processes: ['a', 's'],
    channels: [['a', 's']],
    asks: [['a', 's']],
    objects: [['a', 's']],
    services: ['x'],
    filters: ['', 'z'],
    places: 1,
    traps: ['a', 's'],
  }),
);
