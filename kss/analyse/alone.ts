import type { Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { namesSid, objectsOf } from '../witness/disturbed.ts';
import { programAt } from '../witness/policy-at.ts';
import type { EventSlot } from '../witness/slots.ts';
import { witnessesOf } from '../witness/witness.ts';
import type { Witness } from '../witness/witness.ts';
import type { Survey } from './survey.ts';

/** What a call comes to if it is the only one that covers a slot. */
export type Alone = (slot: EventSlot, call: Call) => readonly Witness[] | undefined;

/** The policy of which one call is all, at every event of a kind. */
const policyOf = (solution: Solution, { event }: EventSlot, call: Call): Solution => {
  const { at } = call;
  const body = { audit: undefined, items: [{ kind: 'rule', call, at }] } as const;
  const binding = { kind: 'binding', event, where: [], body, at } as const;
  return { ...solution, policy: { ...solution.policy, bindings: [binding] } };
};

/**
 * Looks at calls alone. Choices and selectors around a call only keep events from it. So, if no event
 * moves the objects that it asks, every result that it has in the policy it also has alone.
 *
 * Result: a witness of each of its assignments; absent where they are not all known.
 */
export const makeAlone = ({ solution, moved, finder }: Survey): Alone => {
  const known = new Map<Call, Map<string, readonly Witness[] | undefined>>();
  const look = (slot: EventSlot, call: Call): readonly Witness[] | undefined => {
    const alone = policyOf(solution, slot, call);
    const program = programAt(alone, slot);
    if ([...objectsOf(program)].some((object) => moved.has(object))) return undefined;
    const found = witnessesOf(alone, slot, finder);
    return found.unknown.length === 0 ? found.witnesses : undefined;
  };
  return (slot, call) => {
    const { event, interface: one, method } = slot;
    const key = namesSid(call.argument) ? slot.id : `${event} ${one} ${method}`;
    const ofCall = known.get(call) ?? new Map<string, readonly Witness[] | undefined>();
    known.set(call, ofCall);
    if (!ofCall.has(key)) ofCall.set(key, look(slot, call));
    return ofCall.get(key);
  };
};
