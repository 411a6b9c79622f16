import type { EventKind, SecurityEvent } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Known } from '../resolve.ts';
import type { FillRegisters } from './registers.ts';
import type { SlotKey } from './slot.ts';
import { makeTargets } from './targets.ts';
import type { Slot, Target } from './targets.ts';

/** Makes the slot of an event. */
export type MakeSlot = (key: SlotKey, fill: FillRegisters) => Slot;

/** The slot of an event; absent if its parties or its method are not known. */
export type FindSlot = (event: SecurityEvent) => Slot | undefined;

const isFromServer = (kind: EventKind): boolean => kind !== 'request' && kind !== 'execute';

const keyOf = (
  kind: EventKind,
  { called: { endpoint, interface: one, method } }: Target,
  source: Known,
  destination: Known | undefined,
): SlotKey => ({
  event: kind,
  src: source.className,
  dst: kind === 'security' ? undefined : destination?.className,
  component: endpoint?.component,
  endpoint: endpoint?.name,
  interface: one.name,
  method: method.name,
  type: messageTypeOf(method, kind),
});

/** Security events have no other party. */
const nobody = '';

/** Finds the slots of events; each is made when the first such event comes. */
export const makeDispatch = (solution: Solution, makeSlot: MakeSlot): FindSlot => {
  const findTarget = makeTargets(solution);
  /** Slots of classes that the solution does not have are not kept: there is no bound to them. */
  const makeSlotFor = (
    kind: EventKind,
    target: Target,
    source: Known,
    destination: Known | undefined,
    other: string,
  ): Slot => {
    const slot = makeSlot(keyOf(kind, target, source, destination), target.fill);
    if (other === nobody || solution.classes.has(other)) target.slots.set(other, slot);
    return slot;
  };
  return (event) => {
    const { kind, source, destination } = event;
    if (source.kind === 'unknown' || destination?.kind === 'unknown') return undefined;
    if (kind !== 'security' && destination === undefined) return undefined;
    const fromServer = isFromServer(kind);
    const server = fromServer ? source : destination;
    const target = server === undefined ? undefined : findTarget(event, server);
    if (target === undefined) return undefined;
    const party = fromServer ? destination : source;
    const other = kind === 'security' || party === undefined ? nobody : party.className;
    return target.slots.get(other) ?? makeSlotFor(kind, target, source, destination, other);
  };
};
