import type { EventKind, SecurityEvent } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import { findCalled } from '../resolve.ts';
import type { Known } from '../resolve.ts';
import { makePlaces, slotsOf } from './places.ts';
import type { Slot } from './places.ts';
import type { SlotKey } from './slot.ts';

/** Makes a slot. */
export type MakeSlot = (key: SlotKey) => Slot;

/** The slot of an event; absent if its parties or its method are not known. */
export type FindSlot = (event: SecurityEvent) => Slot | undefined;

const isFromServer = (kind: EventKind): boolean => kind !== 'request' && kind !== 'execute';

const keyOf = (
  solution: Solution,
  event: SecurityEvent,
  server: Known,
  source: Known,
  destination: Known | undefined,
): SlotKey | undefined => {
  const called = findCalled(solution, event, server);
  if (called === undefined) return undefined;
  const { endpoint, interface: one, method } = called;
  const { kind } = event;
  return {
    event: kind,
    src: source.className,
    dst: kind === 'security' ? undefined : destination?.className,
    component: endpoint?.component,
    endpoint: endpoint?.name,
    interface: one.name,
    method: method.name,
    type: messageTypeOf(method, kind),
  };
};

/** SIDs whose class is kept in a table; processes beyond them are looked up by the name of their class. */
const mostKept = 4096;

/**
 * Numbers of classes: of subjects by their SID, as long as the same class has it.
 *
 * Hot: two of the three look-ups of a decision.
 */
const makeClassNumbers = (names: readonly string[]): ((subject: Known) => number | undefined) => {
  const numbers = new Map(names.map((name, index) => [name, index]));
  const nameBySid: string[] = [];
  const numberBySid: number[] = [];
  return ({ sid, className }) => {
    if (nameBySid[sid] === className) return numberBySid[sid];
    const number = numbers.get(className);
    if (number === undefined || sid >= mostKept) return number;
    while (nameBySid.length <= sid) {
      nameBySid.push('');
      numberBySid.push(-1);
    }
    nameBySid[sid] = className;
    numberBySid[sid] = number;
    return number;
  };
};

/**
 * Finds the slots of events; each is made when the first such event comes.
 *
 * Nothing is kept of classes that the solution does not have: there is no bound to them.
 */
export const makeDispatch = (solution: Solution, makeSlot: MakeSlot): FindSlot => {
  const numberOf = makeClassNumbers([...solution.classes.keys()]);
  const places = makePlaces();

  const makeSlotOf = (
    event: SecurityEvent,
    server: Known,
    source: Known,
    destination: Known | undefined,
  ): Slot | undefined => {
    const key = keyOf(solution, event, server, source, destination);
    return key === undefined ? undefined : makeSlot(key);
  };

  const keep = (event: SecurityEvent, server: number, client: number, slot: Slot): void => {
    const slots = slotsOf(places.find(event) ?? places.add(event), event.kind);
    const row = (slots[server] ??= []);
    row[client] = slot;
  };

  return (event) => {
    const { kind, source, destination } = event;
    if (source.kind === 'unknown' || destination?.kind === 'unknown') return undefined;
    const other = kind === 'security' ? source : destination;
    if (other === undefined) return undefined;
    const server = isFromServer(kind) ? source : other;
    const client = isFromServer(kind) ? other : source;
    const serverIndex = numberOf(server);
    const clientIndex = numberOf(client);
    if (serverIndex === undefined || clientIndex === undefined) {
      return makeSlotOf(event, server, source, destination);
    }
    const place = places.find(event);
    const known =
      place === undefined ? undefined : slotsOf(place, kind)[serverIndex]?.[clientIndex];
    if (known !== undefined) return known;
    const slot = makeSlotOf(event, server, source, destination);
    if (slot !== undefined) keep(event, serverIndex, clientIndex, slot);
    return slot;
  };
};
