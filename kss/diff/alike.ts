import { objectsOf } from '../witness/disturbed.ts';
import { movedAt, slotsOfAll } from '../witness/moving.ts';
import { programAt } from '../witness/policy-at.ts';
import { eventSlots } from '../witness/slots.ts';
import type { EventSlot } from '../witness/slots.ts';
import { isSameAsWritten } from './same-as-written.ts';
import type { Common } from './common.ts';

interface Compared {
  readonly slot: EventSlot;
  /** Do both know it, and ask the same at it? */
  readonly isSame: boolean;
  readonly objects: readonly string[];
  readonly moved: readonly string[];
}

const compare = ({ a, b }: Common): readonly Compared[] => {
  const [inA, inB] = [a, b].map((one) => new Set(eventSlots(one).map(({ id }) => id)));
  return slotsOfAll([a, b]).map((slot) => {
    const [programA, programB] = [programAt(a, slot), programAt(b, slot)];
    return {
      slot,
      isSame:
        inA?.has(slot.id) === inB?.has(slot.id) && isSameAsWritten(programA.steps, programB.steps),
      objects: [...new Set([...objectsOf(programA), ...objectsOf(programB)])],
      moved: [...movedAt(a, slot), ...movedAt(b, slot)],
    };
  });
};

/** The names of objects that the two policies do not declare in the same way. */
const changedObjects = ({ a, b }: Common): readonly string[] => {
  const declared = (of: Common['a']) =>
    new Map(of.policy.objects.map((one) => [one.name.text, one] as const));
  const [inA, inB] = [declared(a), declared(b)];
  return [...new Set([...inA.keys(), ...inB.keys()])].filter(
    (name) => !isSameAsWritten(inA.get(name), inB.get(name)),
  );
};

/**
 * A slot that can have another verdict in one policy than in the other.
 *
 * Shape: `canDifferDirectly` if that can be while all objects are in the same states; else only where one that it
 *        asks has been moved otherwise before.
 */
export interface UnlikeSlot {
  readonly slot: EventSlot;
  /** The objects that either policy asks at it. */
  readonly objects: readonly string[];
  readonly canDifferDirectly: boolean;
}

/**
 * The slots that can have another verdict in one policy than in the other.
 *
 * Both policies go by the same events, those that they grant. At a slot that is left out they ask the
 * same calls, of objects that are declared alike and have been moved by such slots alone: by induction
 * over the events these objects are in the same state, so that the verdicts are the same.
 */
export const unlikeSlots = (common: Common): readonly UnlikeSlot[] => {
  const compared = compare(common);
  const changed = new Set(changedObjects(common));
  const unlike = new Set(changed);
  const mayDiffer = (names: ReadonlySet<string>, { isSame, objects }: Compared): boolean =>
    !isSame || objects.some((one) => names.has(one));
  for (let before = -1; before < unlike.size;) {
    before = unlike.size;
    for (const one of compared) {
      if (mayDiffer(unlike, one)) for (const object of one.moved) unlike.add(object);
    }
  }
  return compared
    .filter((one) => mayDiffer(unlike, one))
    .map((one) => {
      const { slot, objects } = one;
      return { slot, objects, canDifferDirectly: mayDiffer(changed, one) };
    });
};
