import type { SecurityEvent } from '../../model/security.ts';
import type { Span } from '../../model/span.ts';
import { bytesBy } from '../../model/writer.ts';
import type { Solution } from '../../solution/solution.ts';
import { encodeContext, initialContext } from '../context.ts';
import type { Context } from '../context.ts';
import type { Judgement } from '../interpreter.ts';
import { fewTries } from './assign.ts';
import { chosenOf } from './chosen-of.ts';
import { isClosed } from './closed.ts';
import { partiesOf } from './event-in.ts';
import type { Parties } from './event-in.ts';
import { messageOf } from './message-of.ts';
import { movingCalls, movingSlots } from './moving.ts';
import { judgeAt } from './policy-at.ts';
import type { EventSlot } from './slots.ts';
import { variablesIn } from './variables.ts';
import type { Variable } from './variables.ts';
import { initially, witnessesOf } from './witness.ts';
import type { ReachedContext, Unknown } from './witness.ts';

/**
 * How far contexts are searched.
 *
 * Units: `depth` in events that lead to a context; `parties` in pairs of processes for each slot;
 *        `searches` in slots, each with one pair in one context.
 */
export interface ContextBounds {
  readonly contexts: number;
  readonly depth: number;
  readonly parties: number;
  readonly searches: number;
}

export const usualBounds: ContextBounds = { contexts: 64, depth: 8, parties: 8, searches: 10_000 };

/**
 * Contexts that granted events lead to, a shortest way to each, in the order in which they are found.
 *
 * Shape: `complete` if every reachable context is there; else `unknown` says why it may not be.
 */
export interface ReachableContexts {
  readonly contexts: readonly ReachedContext[];
  readonly complete: boolean;
  readonly bounds: ContextBounds;
  /** How many searches it took. */
  readonly searches: number;
  readonly unknown: readonly Unknown[];
}

/** The bytes that tell contexts apart. */
export const contextKey = (context: Context): string =>
  bytesBy((writer) => {
    encodeContext(context, writer);
  });

/** A slot that moves states; `kept` are the parts of its message on which that depends. */
interface Moving {
  readonly slot: EventSlot;
  readonly parties: readonly Parties[];
  readonly kept: readonly Variable[];
}

const placeOf = (solution: Solution): Span =>
  solution.policy.bindings[0]?.at ?? {
    file: solution.policy.file,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };

const bound = (solution: Solution, what: string, most: number): Unknown => ({
  at: placeOf(solution),
  what: 'the contexts that can be reached',
  why: `the search ended at ${String(most)} ${what}`,
});

/** What is sought, beside every context. */
export interface ContextSearch {
  /** Where the search begins; the initial context, if absent. */
  readonly from?: ReachedContext;
  /** Ends the search when it holds: the last context is the one. */
  readonly until?: (reached: ReachedContext) => boolean;
  /** The objects whose states matter; all, if absent. */
  readonly objects?: ReadonlySet<string>;
  /** Which slots move states; all that do, if absent. Contexts that others lead to are left out unsaid. */
  readonly among?: (slot: EventSlot) => boolean;
  /** Policies that are led by the same events: by those that all of them grant. */
  readonly beside?: readonly Solution[];
  /** Values to try in messages whose parts are kept. */
  readonly values?: readonly (bigint | string)[];
}

/** What a search of contexts starts from: the slots that move states, and what it cannot cover of them. */
const startOf = (
  solutions: readonly [Solution, ...Solution[]],
  slots: readonly EventSlot[],
  bounds: ContextBounds,
) => {
  const [solution] = solutions;
  const unknown: Unknown[] = [];
  const moving: Moving[] = [];
  for (const slot of slots) {
    const calls = solutions.flatMap((one) => movingCalls(one, slot));
    for (const { call } of calls) {
      if (isClosed(call.argument)) continue;
      const why = 'what it keeps depends on the message, of which one stands for many';
      unknown.push({ at: call.at, what: `the state of ${call.object?.text ?? 'base'}`, why });
    }
    const parties = partiesOf(solution, slot);
    if (parties.length > bounds.parties) {
      unknown.push(bound(solution, `pairs of processes for ${slot.id}`, bounds.parties));
    }
    const kept = calls.flatMap(({ call }) => variablesIn(call.argument, slot.type));
    moving.push({ slot, parties: parties.slice(0, bounds.parties), kept });
  }
  return { moving, unknown };
};

/** What all policies say of an event: granted by all, and does it move any of them? */
const isMove = (judgements: readonly Judgement[], before: readonly Context[]): boolean =>
  judgements.every(({ verdict }) => verdict.kind === 'granted') &&
  judgements.some(({ context }, index) => context !== before[index]);

const withValue = (event: SecurityEvent, slot: EventSlot, key: string, value: bigint | string) => {
  if (event.content.kind !== 'value') return event;
  const chosen = new Map(chosenOf(slot.type, event.content.message)).set(key, value);
  const message = messageOf(slot.type, chosen);
  return { ...event, content: { kind: 'value', message } as const };
};

/** A search of contexts under way. */
class Search {
  readonly #solution: Solution;
  readonly #bounds: ContextBounds;
  readonly #search: ContextSearch;
  readonly #keys = new Set<string>();
  readonly #unknown = new Map<string, Unknown>();
  readonly contexts: ReachedContext[] = [];
  #searches = 0;
  #isFound = false;

  constructor(solution: Solution, bounds: ContextBounds, search: ContextSearch) {
    this.#solution = solution;
    this.#bounds = bounds;
    this.#search = search;
  }

  get unknown(): readonly Unknown[] {
    return [...this.#unknown.values()];
  }

  get searches(): number {
    return this.#searches;
  }

  note(one: Unknown): void {
    const { file, line, column } = one.at;
    this.#unknown.set(`${file}:${String(line)}:${String(column)} ${one.what} ${one.why}`, one);
  }

  keep(reached: ReachedContext): void {
    const key = [reached.context, ...(reached.others ?? [])].map(contextKey).join('\n');
    if (this.#isFound || this.#keys.has(key)) return;
    if (this.contexts.length >= this.#bounds.contexts) {
      this.note(bound(this.#solution, 'contexts', this.#bounds.contexts));
      return;
    }
    this.#keys.add(key);
    this.contexts.push(reached);
    this.#isFound = this.#search.until?.(reached) ?? false;
  }

  run(moving: readonly Moving[]): void {
    for (const reached of this.contexts) {
      if (this.#isFound) return;
      if (reached.prelude.length < this.#bounds.depth) this.#goOn(reached, moving);
      else if (moving.length > 0) this.note(bound(this.#solution, 'events', this.#bounds.depth));
    }
  }

  #goOn(reached: ReachedContext, moving: readonly Moving[]): void {
    for (const one of moving) {
      for (const parties of one.parties) {
        this.#searches += 1;
        if (this.#searches > this.#bounds.searches) {
          this.note(bound(this.#solution, 'searches', this.#bounds.searches));
          return;
        }
        this.#move(reached, one, parties);
        if (this.#isFound) return;
      }
    }
  }

  #move(reached: ReachedContext, { slot, kept }: Moving, parties: Parties): void {
    const beside = this.#search.beside ?? [];
    const found = witnessesOf(this.#solution, slot, {
      contexts: [reached],
      beside,
      parties,
      tries: fewTries,
    });
    for (const one of found.unknown) this.note(one);
    const before = [reached.context, ...(reached.others ?? [])];
    const judges = [this.#solution, ...beside].map((one) => judgeAt(one, slot));
    const goTo = (event: SecurityEvent, judgements: readonly Judgement[]): void => {
      const [first, ...others] = judgements.map(({ context }) => context);
      if (first === undefined || !isMove(judgements, before)) return;
      this.keep({ context: first, others, prelude: [...reached.prelude, event] });
    };
    for (const { event, judgement, beside: others } of found.witnesses) {
      goTo(event, [judgement, ...others]);
      for (const { key } of kept) {
        for (const value of this.#search.values ?? []) {
          const other = withValue(event, slot, key, value);
          const judged = judges.flatMap((judge, index) => {
            const context = before[index];
            return context === undefined ? [] : [judge(context, other)];
          });
          goTo(other, judged);
        }
      }
    }
  }
}

/** The contexts within bounds, breadth first; `from` is the first. */
export const searchContexts = (
  solution: Solution,
  bounds: ContextBounds,
  search: ContextSearch,
): ReachableContexts => {
  const { beside = [], objects, among = () => true } = search;
  const solutions = [solution, ...beside] as const;
  const slots = movingSlots(solutions, objects).filter(among);
  const { moving, unknown } = startOf(solutions, slots, bounds);
  const run = new Search(solution, bounds, search);
  for (const one of unknown) run.note(one);
  run.keep(
    search.from ?? { ...initially(solution), others: beside.map((one) => initialContext(one)) },
  );
  run.run(moving);
  return {
    contexts: run.contexts,
    complete: run.unknown.length === 0,
    bounds,
    searches: run.searches,
    unknown: run.unknown,
  };
};

/**
 * The contexts within bounds, breadth first from the initial one, by the witnesses of all slots whose
 * calls may move a state.
 *
 * Source: spec/witness.md.
 */
export const reachableContexts = (
  solution: Solution,
  bounds: ContextBounds = usualBounds,
): ReachableContexts => searchContexts(solution, bounds, {});
