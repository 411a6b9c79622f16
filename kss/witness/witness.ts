import type { SecurityEvent } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import type { Solution } from '../../solution/solution.ts';
import { initialContext, stateKey } from '../context.ts';
import type { Context } from '../context.ts';
import { interpreter } from '../interpreter.ts';
import type { Judgement } from '../interpreter.ts';
import { fewTries, mostTried } from './assign.ts';
import type { Atom } from './atoms-of-call.ts';
import { objectsOf, readsSids } from './disturbed.ts';
import { eventIn, firstParties, partiesOf } from './event-in.ts';
import type { Parties } from './event-in.ts';
import { Found, Unknowns } from './found.ts';
import { coverOutcomes, goAll } from './go.ts';
import type { Go } from './go.ts';
import type { Outcome } from './outcome.ts';
import { findPolicyAt, judgeAt, programAt } from './policy-at.ts';
import type { PolicyAt } from './policy-at.ts';
import { decideAtoms, goWays } from './search.ts';
import type { Scope, Solve } from './search.ts';
import type { EventSlot } from './slots.ts';
import type { Numbered } from './steps.ts';

/** A context, and granted events that lead to it from the initial one, so that it is reachable. */
export interface ReachedContext {
  readonly context: Context;
  readonly prelude: readonly SecurityEvent[];
  /** The contexts to which the same events lead the policies beside, where they are known. */
  readonly others?: readonly Context[];
}

/** What the finder could not decide: assignments may be missing because of it. */
export interface Unknown {
  readonly at: Span;
  /** The atom, or the slot, in words. */
  readonly what: string;
  readonly why: string;
}

/**
 * One event that can really occur, judged in a context that can really be reached.
 *
 * Shape: `outcomes` has one outcome for each atom of `atomsOf`, in its order, then for those of each
 *        policy beside. All witnesses of a slot in one context differ in their outcomes.
 */
export interface Witness extends ReachedContext {
  readonly event: SecurityEvent;
  readonly outcomes: readonly Outcome[];
  /** What the reference interpreter says of it: verdict, every call that was asked, context after. */
  readonly judgement: Judgement;
  /** The same of each policy beside. */
  readonly beside: readonly Judgement[];
}

/** The witnesses of a slot; complete where nothing is unknown. */
export interface Witnesses {
  readonly witnesses: readonly Witness[];
  readonly unknown: readonly Unknown[];
}

export interface WitnessOptions {
  /** Where events are judged; the initial context alone, if absent. */
  readonly contexts?: readonly ReachedContext[];
  /**
   * Policies for the same components whose atoms are told apart as well (for `diff`). Each is in the
   * context to which the same prelude leads it.
   */
  readonly beside?: readonly Solution[];
  /** Who takes part; if absent, all processes of the slot's classes, where the calls tell them apart. */
  readonly parties?: Parties;
  /** Most witnesses of a slot in one context; more is reported as unknown. */
  readonly most?: number;
  /** Most combinations of values that are tried one by one in a context where circuits do not do. */
  readonly tries?: number;
  /** What decides the atoms of a component: a part that tests replace by a wrong one. */
  readonly solve?: Solve;
}

/** Most witnesses of a slot in one context, unless something else is asked for. */
export const usuallyMost = 256;

/** The initial context of a solution, which needs no prelude. */
export const initially = (solution: Solution): ReachedContext => ({
  context: initialContext(solution),
  prelude: [],
});

/** The atoms that the calls covering a slot test, in textual order. */
export const atomsOf = (solution: Solution, slot: EventSlot): readonly Atom[] =>
  programAt(solution, slot).atoms;

/** The context to which events lead a policy, whatever it says of them. */
const contextAfter = (solution: Solution, prelude: readonly SecurityEvent[]): Context => {
  if (prelude.length === 0) return initialContext(solution);
  const { judge } = interpreter(solution);
  return prelude.reduce(
    (context, event) => judge(context, event).context,
    initialContext(solution),
  );
};

/** The contexts of all policies, the first of which is in a context. */
const contextsAt = (reached: ReachedContext, beside: readonly Solution[]): readonly Context[] => [
  reached.context,
  ...beside.map((one, index) => reached.others?.[index] ?? contextAfter(one, reached.prelude)),
];

const unknownOf = ({ at, text }: Atom, why: string): Unknown => ({ at, what: text, why });

/** Witnesses of an event that the engine does not put before any rule. */
const unresolved = (
  solutions: readonly Solution[],
  contexts: readonly Context[],
  slot: EventSlot,
  event: SecurityEvent,
  reached: ReachedContext,
): readonly Witness[] => {
  const [judgement, ...beside] = solutions.map((one, index) =>
    judgeAt(one, slot)(contexts[index] ?? reached.context, event),
  );
  const outcomes = solutions.flatMap((one) => atomsOf(one, slot).map((): Outcome => 'unasked'));
  return judgement === undefined ? [] : [{ ...reached, event, outcomes, judgement, beside }];
};

/** A policy that does not know the parties, or the method, of an event: it denies before any rule. */
const silent = (solution: Solution, slot: EventSlot, known: PolicyAt): PolicyAt => ({
  ...known,
  solution,
  program: { steps: [], atoms: atomsOf(solution, slot) },
  judge: judgeAt(solution, slot),
});

/** What is known of one slot in one context: witnesses of all parties are put together. */
interface Hunt {
  readonly solution: Solution;
  readonly slot: EventSlot;
  readonly reached: ReachedContext;
  readonly options: WitnessOptions;
  readonly unknowns: Unknowns<Unknown>;
  readonly found: Found<Witness>;
}

const huntFor = (hunt: Hunt, parties: Parties): void => {
  const { solution, slot, reached, options, unknowns, found } = hunt;
  const { beside = [], most = usuallyMost, solve, tries } = options;
  const solutions = [solution, ...beside];
  const event = eventIn(solution, slot, undefined, parties);
  const contexts = contextsAt(reached, beside);
  const resolved = solutions.map((one, index) =>
    findPolicyAt(one, slot, event, contexts[index] ?? reached.context),
  );
  const [known] = resolved.flatMap((one) => one ?? []);
  if (known === undefined) {
    for (const one of unresolved(solutions, contexts, slot, event, reached)) found.add(one);
    return;
  }
  const given = solutions.map((one, index) => resolved[index] ?? silent(one, slot, known));
  const scope: Scope = {
    slot,
    options: tries === undefined ? {} : { tries },
    ...(solve === undefined ? {} : { solve }),
  };
  const decided = decideAtoms(given, scope);
  for (const { doubts } of decided.tables) {
    for (const { asking, why } of doubts) unknowns.add(unknownOf(asking.atom, why));
  }
  const go: Go = (rows, onEnd) => {
    const onDoubt = ({ atom }: Numbered): void => {
      unknowns.add(unknownOf(atom, 'it asks for a state that the message has moved before'));
    };
    goWays(given, decided, rows, scope, onDoubt, ({ event: one, outcomes, judgements }) => {
      const [judgement, ...others] = judgements;
      if (judgement !== undefined) {
        found.add({ ...reached, event: one, outcomes, judgement, beside: others });
      }
      return onEnd();
    });
  };
  if (goAll(decided, found, most, go) === 'all') return;
  const [atom] = given.flatMap(({ program }) => program.atoms);
  if (atom !== undefined) {
    const why = `there are ${String(most)} assignments or more; each outcome of each atom was still looked for`;
    unknowns.add({ at: atom.at, what: slot.id, why });
  }
  coverOutcomes(decided, found, go);
};

/** Most pairs of processes that are looked at for one slot. */
export const mostParties = 16;

/** Whom a slot's events must be looked at for: one pair stands for all where no call reads an SID. */
const partiesFor = (
  solution: Solution,
  slot: EventSlot,
  { parties, beside = [] }: WitnessOptions,
  unknowns: Unknowns<Unknown>,
): readonly Parties[] => {
  if (parties !== undefined) return [parties];
  const programs = [solution, ...beside].map((one) => programAt(one, slot));
  const first = firstParties(solution, slot);
  if (!programs.some(readsSids)) return [first];
  const others = partiesOf(solution, slot).filter(
    ({ source, destination }) =>
      source.name !== first.source.name || destination?.name !== first.destination?.name,
  );
  const [atom] = programs.flatMap(({ atoms }) => atoms);
  if (others.length >= mostParties && atom !== undefined) {
    const why = `only ${String(mostParties)} pairs of processes were looked at`;
    unknowns.add({ at: atom.at, what: slot.id, why });
  }
  return [first, ...others].slice(0, mostParties);
};

const witnessesIn = (
  solution: Solution,
  slot: EventSlot,
  reached: ReachedContext,
  options: WitnessOptions,
  unknowns: Unknowns<Unknown>,
): readonly Witness[] => {
  const found = new Found<Witness>();
  for (const parties of partiesFor(solution, slot, options, unknowns)) {
    huntFor({ solution, slot, reached, options, unknowns, found }, parties);
  }
  return found.all;
};

/** Contexts in which a slot's calls see the same: the first of each is enough. */
const distinctFor = (
  solutions: readonly Solution[],
  slot: EventSlot,
  contexts: readonly ReachedContext[],
): readonly ReachedContext[] => {
  const [, ...beside] = solutions;
  const objects = solutions.map((one) => objectsOf(programAt(one, slot)));
  const distinct = new Map<string, ReachedContext>();
  for (const reached of contexts) {
    const key = contextsAt(reached, beside)
      .map((context, index) => stateKey(context, objects[index] ?? []))
      .join('\n');
    if (!distinct.has(key)) distinct.set(key, reached);
  }
  return [...distinct.values()];
};

/** All contexts share what is tried one by one; in each it is a few at least. */
const triesIn = (contexts: number): number =>
  Math.max(fewTries, Math.floor(mostTried / Math.max(1, contexts)));

/**
 * One event for each satisfiable truth assignment of the atoms of a slot, in each context in which its
 * calls see something else.
 *
 * Result: every witness is what the reference interpreter says; an assignment that is not there can not
 *         be, unless something is unknown.
 * Throws: `Defect`, if a solver says of an atom what the engine does not.
 * Source: spec/witness.md.
 */
export const witnessesOf = (
  solution: Solution,
  slot: EventSlot,
  options: WitnessOptions = {},
): Witnesses => {
  const { contexts = [initially(solution)], beside = [] } = options;
  const unknowns = new Unknowns<Unknown>();
  const where = distinctFor([solution, ...beside], slot, contexts);
  const shared = { ...options, tries: options.tries ?? triesIn(where.length) };
  const witnesses = where.flatMap((reached) =>
    witnessesIn(solution, slot, reached, shared, unknowns),
  );
  return { witnesses, unknown: unknowns.all };
};
