import { messageTypeOf } from '../../solution/link/reach.ts';
import type { Solution } from '../../solution/solution.ts';
import { findMethodOf } from '../resolve.ts';
import type { ResolvedEvent } from '../resolve.ts';
import { slotOf } from '../witness/slots.ts';
import type { EventSlot } from '../witness/slots.ts';

/** The slot of an event. */
export const findSlot = (solution: Solution, resolved: ResolvedEvent): EventSlot | undefined => {
  const { event, source, destination, endpoint, interface: one, method: name } = resolved;
  const method = findMethodOf(solution, event);
  if (method === undefined) return undefined;
  return slotOf({
    event: event.kind,
    src: source.className,
    dst: destination?.className,
    component: endpoint?.component,
    endpoint: endpoint?.name,
    interface: one,
    method: name,
    type: messageTypeOf(method, event.kind),
  });
};
