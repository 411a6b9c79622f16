import { kernelClass } from '../../../solution/solution.ts';
import type { Solution } from '../../../solution/solution.ts';
import { initialContext } from '../../context.ts';
import { eventIn } from '../event-in.ts';
import { findPolicyAt } from '../policy-at.ts';
import { bindingsOf, eventSlots } from '../slots.ts';
import type { EventSlot } from '../slots.ts';
import type { Asked } from './course.ts';
import { stateUses } from './uses.ts';
import type { StateUses } from './uses.ts';

/** What the kernel answers is anything: where it is kept, nothing is known of what is kept. */
const ofAnybody = ({ event, src }: EventSlot, uses: StateUses): StateUses =>
  event === 'response' && src === kernelClass
    ? { ...uses, strange: new Set([...uses.strange, ...uses.entries.map(({ place }) => place)]) }
    : uses;

/** What is read and kept at all slots beside those that are asked: at starts, and of what programs say. */
export const otherUses = (solution: Solution, asked: readonly Asked[]): readonly StateUses[] => {
  if (asked.every(({ uses }) => uses.entries.length === 0)) return [];
  const known = new Set(asked.map(({ slot }) => slot.id));
  const context = initialContext(solution);
  return eventSlots(solution).flatMap((slot): readonly StateUses[] => {
    if (known.has(slot.id) || bindingsOf(solution, slot).length === 0) return [];
    const policy = findPolicyAt(solution, slot, eventIn(solution, slot), context);
    return policy === undefined ? [] : [ofAnybody(slot, stateUses(policy, slot.type))];
  });
};
