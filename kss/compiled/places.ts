import type { EventKind, SecurityEvent, Verdict } from '../../model/security.ts';

import type { Program } from './program.ts';
import type { FillRegisters } from './registers.ts';
import type { SlotKey } from './slot.ts';

/** All events that selectors cannot tell apart: how their message is read, and their rules. */
export interface Slot {
  readonly key: SlotKey;
  readonly fill: FillRegisters;
  readonly run: Program['run'];
  /** The verdict, where it is always the same. */
  readonly constant: Verdict | undefined;
}

/** Slots by the class of the server, then by that of the client, both by their index. */
type Slots = (Slot | undefined)[][];

/** The words with which events name what they call. */
export interface Place {
  readonly endpoint: string | undefined;
  readonly interface: string | undefined;
  readonly slots: Readonly<Record<EventKind, Slots>>;
}

/** Every place that has led to a slot. Few words name what is declared, so their number is bounded. */
export interface Places {
  readonly find: (event: SecurityEvent) => Place | undefined;
  readonly add: (event: SecurityEvent) => Place;
}

const noSlots = (): Place['slots'] => ({
  execute: [],
  request: [],
  response: [],
  error: [],
  security: [],
});

export const makePlaces = (): Places => {
  const byMethod = new Map<string | undefined, Place[]>();
  return {
    find: ({ endpoint, interface: one, method }) => {
      const places = byMethod.get(method);
      if (places === undefined) return undefined;
      for (const place of places) {
        if (place.endpoint === endpoint && place.interface === one) return place;
      }
      return undefined;
    },
    add: ({ endpoint, interface: one, method }) => {
      const place = { endpoint, interface: one, slots: noSlots() };
      const places = byMethod.get(method);
      if (places === undefined) byMethod.set(method, [place]);
      else places.push(place);
      return place;
    },
  };
};
