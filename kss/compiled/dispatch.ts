import type { EventKind, SecurityEvent } from '../../model/security.ts';
import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import type { Known } from '../resolve.ts';
import type { FillRegisters } from './registers.ts';
import type { SlotKey } from './slot.ts';
import { classEntries, searchTarget, targetAt } from './targets.ts';
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

/** Finds the slots of events; each is made when the first such event comes. */
export const makeDispatch = (solution: Solution, makeSlot: MakeSlot): FindSlot => {
  const classes = classEntries(solution);

  const slotOf = (
    kind: EventKind,
    target: Target,
    source: Known,
    destination: Known | undefined,
  ): Slot => makeSlot(keyOf(kind, target, source, destination), target.fill);

  /** Nothing is kept of classes that the solution does not have: there is no bound to them. */
  const searchSlot = (
    event: SecurityEvent,
    server: Known,
    source: Known,
    destination: Known | undefined,
  ): Slot | undefined => {
    const target = searchTarget(solution, event, server);
    return target === undefined ? undefined : slotOf(event.kind, target, source, destination);
  };

  return (event) => {
    const { kind, source, destination } = event;
    if (source.kind === 'unknown' || destination?.kind === 'unknown') return undefined;
    const isSecurity = kind === 'security';
    const other = isSecurity ? source : destination;
    if (other === undefined) return undefined;
    const server = isFromServer(kind) ? source : other;
    const client = isFromServer(kind) ? other : source;
    const serverClass = classes.get(server.className);
    const clientClass = classes.get(client.className);
    if (serverClass === undefined || clientClass === undefined) {
      return searchSlot(event, server, source, destination);
    }
    const target = targetAt(solution, serverClass, event, server);
    if (target === undefined) return undefined;
    const { slots } = target;
    return (slots[clientClass.index] ??= slotOf(kind, target, source, destination));
  };
};
