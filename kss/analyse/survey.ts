import type { Solution } from '../../solution/solution.ts';
import { searchContexts, usualBounds } from '../witness/contexts.ts';
import type { ContextBounds, ReachableContexts } from '../witness/contexts.ts';
import { objectsOf } from '../witness/disturbed.ts';
import { Unknowns } from '../witness/found.ts';
import { movedAt } from '../witness/moving.ts';
import { programAt } from '../witness/policy-at.ts';
import { bindingsOf, eventSlots } from '../witness/slots.ts';
import type { EventSlot } from '../witness/slots.ts';
import type { Program } from '../witness/steps.ts';
import { witnessesOf } from '../witness/witness.ts';
import type { ReachedContext, Unknown, Witness, WitnessOptions } from '../witness/witness.ts';

/**
 * What can happen at the events of one slot.
 *
 * Shape: `isExact` if every assignment, in every context that can be reached, has its witness.
 */
export interface SurveyedSlot {
  readonly slot: EventSlot;
  readonly program: Program;
  /** The objects that its calls may move. */
  readonly moved: readonly string[];
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
  /** How witnesses are looked for. */
  readonly finder: Pick<WitnessOptions, 'solve'>;
}

export interface SurveyOptions extends Pick<WitnessOptions, 'solve'> {
  readonly bounds?: ContextBounds;
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

/** Contexts that are looked at where not all are known: nothing can be concluded from more of them. */
const fewContexts = 8;

/** Surveys every slot that some rule covers. */
export const surveyOf = (solution: Solution, options: SurveyOptions = {}): Survey => {
  const { bounds = usualBounds, progress, ...finder } = options;
  const covered = eventSlots(solution)
    .filter((slot) => bindingsOf(solution, slot).length > 0)
    .map((slot) => ({ slot, moved: movedAt(solution, slot) }));
  const moved = new Set(covered.flatMap((one) => one.moved));
  const contextsFor = makeContexts(solution, bounds);
  const unknowns = new Unknowns<Unknown>();
  const slots = covered.map(({ slot, moved: own }, index): SurveyedSlot => {
    progress?.(index, covered.length);
    const program = programAt(solution, slot);
    const objects = new Set([...objectsOf(program)].filter((one) => moved.has(one)));
    const reached = contextsFor(objects);
    const contexts = reached.complete ? reached.contexts : reached.contexts.slice(0, fewContexts);
    const found = witnessesOf(solution, slot, { ...finder, contexts });
    for (const one of [...reached.unknown, ...found.unknown]) unknowns.add(one);
    const isExact = reached.complete && found.unknown.length === 0;
    return { slot, program, moved: own, contexts, witnesses: found.witnesses, isExact };
  });
  return { solution, slots, moved, unknown: unknowns.all, finder };
};
