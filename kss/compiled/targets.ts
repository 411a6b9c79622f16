import type { EventKind, SecurityEvent } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import { findCalled } from '../resolve.ts';
import type { Called, Known } from '../resolve.ts';
import type { Program } from './program.ts';
import { fillRegistersOf } from './registers.ts';
import type { FillRegisters } from './registers.ts';
import type { SlotKey } from './slot.ts';

/** All events that selectors cannot tell apart: how their message is read, and their rules. */
export interface Slot {
  readonly key: SlotKey;
  readonly fill: FillRegisters;
  readonly program: Program;
}

/** One method as a server of some class offers it in one kind of event. */
export interface Target {
  readonly called: Called;
  readonly fill: FillRegisters;
  /** The slots of those who exchange it with the server, by their class. */
  readonly slots: Map<string, Slot>;
}

/** Finds the target that the words of an event name at its server; absent if there is none. */
export type FindTarget = (event: SecurityEvent, server: Known) => Target | undefined;

/** The endpoint or interface that names a target plainly; absent where only a search finds it. */
const plainPlace = ({ kind, endpoint, interface: one }: SecurityEvent): string | undefined => {
  if (kind === 'security') return one;
  if (one !== undefined) return undefined;
  return kind === 'execute' ? (endpoint ?? '') : endpoint;
};

/** Targets by server class, by endpoint or interface, and by method. */
type Kept = Map<string, Map<string, Map<string, Target>>>;

/** Targets that are named plainly are kept: those are declared, so their number is bounded. */
export const makeTargets = (solution: Solution): FindTarget => {
  const kept: Readonly<Record<EventKind, Kept>> = {
    execute: new Map(),
    request: new Map(),
    response: new Map(),
    error: new Map(),
    security: new Map(),
  };
  const search: FindTarget = (event, server) => {
    const called = findCalled(solution, event, server);
    if (called === undefined) return undefined;
    const fill = fillRegistersOf(messageTypeOf(called.method, event.kind));
    return { called, fill, slots: new Map() };
  };
  return (event, server) => {
    const place = plainPlace(event);
    const { kind, method } = event;
    if (place === undefined || method === undefined) return search(event, server);
    const byPlace = kept[kind].get(server.className);
    const known = byPlace?.get(place)?.get(method);
    if (known !== undefined) return known;
    const target = search(event, server);
    if (target === undefined) return undefined;
    const places = byPlace ?? new Map<string, Map<string, Target>>();
    const methods = places.get(place) ?? new Map<string, Target>();
    kept[kind].set(server.className, places.set(place, methods.set(method, target)));
    return target;
  };
};
