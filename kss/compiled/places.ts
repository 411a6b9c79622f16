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
  readonly method: string | undefined;
  readonly endpoint: string | undefined;
  readonly interface: string | undefined;
  readonly slots: Readonly<Record<EventKind, Slots>>;
}

/** Every place that has led to a slot. Few words name what is declared, so their number is bounded. */
export interface Places {
  readonly find: (event: SecurityEvent) => Place | undefined;
  readonly add: (event: SecurityEvent) => Place;
}

/**
 * The slots of one kind of event at a place.
 *
 * Hot: by name, as a computed property is not.
 */
export const slotsOf = ({ slots }: Place, kind: EventKind): Slots => {
  switch (kind) {
    case 'request':
      return slots.request;
    case 'response':
      return slots.response;
    case 'error':
      return slots.error;
    case 'execute':
      return slots.execute;
    case 'security':
      return slots.security;
  }
};

const noSlots = (): Place['slots'] => ({
  execute: [],
  request: [],
  response: [],
  error: [],
  security: [],
});

/** Places that were found last, by the end of their method's name: a power of two. */
const mostRecent = 32;

/**
 * Hot: most events name a place that was named shortly before, and three comparisons are less than a
 * look-up in a Map. Sources, destinations and messages change; the words for what is called seldom do.
 */
export const makePlaces = (): Places => {
  const byMethod = new Map<string | undefined, Place[]>();
  const recent = Array.from({ length: mostRecent }, (): Place | undefined => undefined);
  const search = ({ endpoint, interface: one, method }: SecurityEvent): Place | undefined =>
    byMethod.get(method)?.find((place) => place.endpoint === endpoint && place.interface === one);
  const keep = (index: number, place: Place | undefined): Place | undefined => {
    if (place !== undefined) recent[index] = place;
    return place;
  };
  return {
    find: (event) => {
      const { endpoint, interface: one, method } = event;
      const index =
        method === undefined ? 0 : method.charCodeAt(method.length - 1) & (mostRecent - 1);
      const last = recent[index];
      return last !== undefined &&
        last.method === method &&
        last.endpoint === endpoint &&
        last.interface === one
        ? last
        : keep(index, search(event));
    },
    add: ({ endpoint, interface: one, method }) => {
      const place = { method, endpoint, interface: one, slots: noSlots() };
      const places = byMethod.get(method);
      if (places === undefined) byMethod.set(method, [place]);
      else places.push(place);
      return place;
    },
  };
};
