import type { Solution } from '../../solution/solution.ts';
import { initialContext } from '../context.ts';
import { searchContexts, usualBounds } from '../witness/contexts.ts';
import type { ContextBounds, ReachableContexts } from '../witness/contexts.ts';
import { objectsOf } from '../witness/disturbed.ts';
import { movedAt } from '../witness/moving.ts';
import { programAt } from '../witness/policy-at.ts';
import type { Solve } from '../witness/search.ts';
import { bindingsOf, eventSlots } from '../witness/slots.ts';
import type { EventSlot } from '../witness/slots.ts';
import type { Program } from '../witness/steps.ts';
import { witnessesOf } from '../witness/witness.ts';
import type { ReachedContext, Unknown, Witness } from '../witness/witness.ts';

/**
 * What can happen at the events of one slot.
 *
 * Shape: `isExact` if every assignment, in every context that can be reached, has its witness.
 */
export interface SurveyedSlot {
  readonly slot: EventSlot;
  readonly program: Program;
  readonly contexts: readonly ReachedContext[];
  readonly witnesses: readonly Witness[];
  readonly isExact: boolean;
}

/** What can happen at every slot that a policy covers. */
export interface Survey {
  readonly solution: Solution;
  readonly slots: readonly SurveyedSlot[];
  /** The objects whose state some event may move. */
  readonly moved: ReadonlySet<string>;
  readonly unknown: readonly Unknown[];
  readonly options: SurveyOptions;
}

export interface SurveyOptions {
  readonly bounds?: ContextBounds;
  /** What decides atoms: a part that tests replace by a wrong one. */
  readonly solve?: Solve;
  /** Sees how far it is. */
  readonly progress?: (done: number, all: number) => void;
}

/** The contexts that matter to some objects, searched once for the same objects. */
const makeContexts = (solution: Solution, bounds: ContextBounds) => {
  const known = new Map<string, ReachableContexts>();
  return (objects: ReadonlySet<string>): ReachableContexts => {
    const key = [...objects].sort().join();
    const found = known.get(key) ?? searchContexts(solution, bounds, { objects });
    known.set(key, found);
    return found;
  };
};

const movedObjects = (solution: Solution, slots: readonly EventSlot[]): ReadonlySet<string> => {
  const context = initialContext(solution);
  return new Set(slots.flatMap((slot) => movedAt(solution, slot, context)));
};

/** Contexts that are looked at where not all are known: nothing can be concluded from more of them. */
const fewContexts = 8;

/** Surveys every slot that some rule covers. */
export const surveyOf = (solution: Solution, options: SurveyOptions = {}): Survey => {
  const { bounds = usualBounds, solve, progress } = options;
  const covered = eventSlots(solution).filter((slot) => bindingsOf(solution, slot).length > 0);
  const moved = movedObjects(solution, covered);
  const contextsFor = makeContexts(solution, bounds);
  const unknown = new Map<string, Unknown>();
  const slots = covered.map((slot, index): SurveyedSlot => {
    progress?.(index, covered.length);
    const program = programAt(solution, slot);
    const objects = new Set([...objectsOf(program)].filter((one) => moved.has(one)));
    const reached = contextsFor(objects);
    const contexts = reached.complete ? reached.contexts : reached.contexts.slice(0, fewContexts);
    const found = witnessesOf(solution, slot, {
      contexts,
      ...(solve === undefined ? {} : { solve }),
    });
    for (const one of [...reached.unknown, ...found.unknown]) {
      unknown.set(JSON.stringify([one.at, one.what, one.why]), one);
    }
    const isExact = reached.complete && found.unknown.length === 0;
    return { slot, program, contexts, witnesses: found.witnesses, isExact };
  });
  return { solution, slots, moved, unknown: [...unknown.values()], options };
};
