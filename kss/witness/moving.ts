import type { Solution } from '../../solution/solution.ts';
import { initialContext } from '../context.ts';
import type { Context } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import { mayMove, objectsOf } from './disturbed.ts';
import { programAt } from './policy-at.ts';
import { eventSlots } from './slots.ts';
import type { EventSlot } from './slots.ts';
import type { Step } from './steps.ts';

/** The calls of a slot that may move a state. */
export const movingCalls = (solution: Solution, slot: EventSlot, context: Context) => {
  const models = new Map(
    solution.policy.objects.map((object) => [object.name.text, object.model.text]),
  );
  const within = (step: Step): readonly Extract<Step, { readonly kind: 'call' }>[] => {
    if (step.kind === 'choice') return step.cases.flatMap((one) => one.steps.flatMap(within));
    const isLevel = step.call.method.text === 'set_level';
    return isLevel || mayMove(step.call, context, (object) => models.get(object)) ? [step] : [];
  };
  return programAt(solution, slot).steps.flatMap(within);
};

/** The objects that the calls of a slot may move. */
export const movedAt = (solution: Solution, slot: EventSlot, context: Context): readonly string[] =>
  movingCalls(solution, slot, context).map(({ call }) => objectOf(call));

/** The slots of solutions, each once. */
export const slotsOfAll = (solutions: readonly Solution[]): readonly EventSlot[] => [
  ...new Map(solutions.flatMap(eventSlots).map((slot) => [slot.id, slot] as const)).values(),
];

/** The slots that move objects which matter: to some, or to what moves one of those. */
export const movingSlots = (
  solutions: readonly Solution[],
  objects: ReadonlySet<string> | undefined,
): readonly EventSlot[] => {
  const contexts = solutions.map((one) => ({ one, context: initialContext(one) }));
  const all = slotsOfAll(solutions)
    .map((slot) => ({
      slot,
      moved: contexts.flatMap(({ one, context }) => movedAt(one, slot, context)),
    }))
    .filter(({ moved }) => moved.length > 0);
  if (objects === undefined) return all.map(({ slot }) => slot);
  const matter = new Set(objects);
  let chosen: readonly EventSlot[] = [];
  for (let count = -1; count < chosen.length;) {
    count = chosen.length;
    chosen = all.flatMap(({ slot, moved }) => (moved.some((one) => matter.has(one)) ? [slot] : []));
    for (const slot of chosen) {
      for (const solution of solutions) {
        for (const one of objectsOf(programAt(solution, slot))) matter.add(one);
      }
    }
  }
  return chosen;
};
