import type { Solution } from '../../solution/solution.ts';
import type { Call } from '../../solution/syntax/tree/expression.ts';
import { initialContext } from '../context.ts';
import { objectOf } from '../event-environment.ts';
import { mayMove, objectsOf } from './disturbed.ts';
import { modelNames } from './model-names.ts';
import { programAt } from './policy-at.ts';
import { eventSlots } from './slots.ts';
import type { EventSlot } from './slots.ts';
import { callSteps } from './steps.ts';
import type { CallStep } from './steps.ts';

type MovesState = (call: Call) => boolean;

const movesBy = new WeakMap<Solution, MovesState>();

/** Is a call of a policy there for what it does to a state, or to the audit level? */
export const movesState = (solution: Solution): MovesState => {
  const known = movesBy.get(solution);
  if (known !== undefined) return known;
  const context = initialContext(solution);
  const modelOf = modelNames(solution);
  const moves: MovesState = (call) =>
    call.method.text === 'set_level' || mayMove(call, context, modelOf);
  movesBy.set(solution, moves);
  return moves;
};

/** The calls of a slot that may move a state. */
export const movingCalls = (solution: Solution, slot: EventSlot): readonly CallStep[] =>
  callSteps(programAt(solution, slot)).filter(({ call }) => movesState(solution)(call));

/** The objects that the calls of a slot may move. */
export const movedAt = (solution: Solution, slot: EventSlot): readonly string[] =>
  movingCalls(solution, slot).map(({ call }) => objectOf(call));

/** The slots of solutions, each once. */
export const slotsOfAll = (solutions: readonly Solution[]): readonly EventSlot[] => [
  ...new Map(solutions.flatMap(eventSlots).map((slot) => [slot.id, slot] as const)).values(),
];

interface MovingSlot {
  readonly slot: EventSlot;
  readonly moved: readonly string[];
}

interface AllMoving {
  readonly solutions: readonly Solution[];
  readonly slots: readonly MovingSlot[];
}

const movingIn = new WeakMap<Solution, AllMoving>();

/** All slots that move any object, found once for the solutions that are searched together. */
const allMoving = (solutions: readonly [Solution, ...Solution[]]): readonly MovingSlot[] => {
  const known = movingIn.get(solutions[0]);
  if (
    known?.solutions.length === solutions.length &&
    known.solutions.every((one, index) => one === solutions[index])
  ) {
    return known.slots;
  }
  const slots = slotsOfAll(solutions)
    .map((slot) => ({ slot, moved: solutions.flatMap((one) => movedAt(one, slot)) }))
    .filter(({ moved }) => moved.length > 0);
  movingIn.set(solutions[0], { solutions, slots });
  return slots;
};

/** The slots that move objects which matter: to some, or to what moves one of those. */
export const movingSlots = (
  solutions: readonly [Solution, ...Solution[]],
  objects: ReadonlySet<string> | undefined,
): readonly EventSlot[] => {
  const all = allMoving(solutions);
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
