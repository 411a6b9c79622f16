import { at } from '../model/defect.ts';
import type { ThreadId } from '../model/ids.ts';
import type { Action, Step } from '../model/step.ts';
import { bytesBy } from '../model/writer.ts';
import type { Facts, Kernel } from '../kernel/kernel.ts';
import { compile } from '../kss/compiled/compile.ts';
import { randomStream } from '../simulator/random.ts';
import type { RandomStream } from '../simulator/random.ts';
import { outcomeLine } from '../simulator/trace.ts';
import type { Solution } from '../solution/solution.ts';
import { hostileIntent } from './generate/hostile.ts';
import { leftNames } from './generate/islands.ts';
import { micro, sampledLimits } from './hostile-run.ts';
import type { Planted } from './hostile-run.ts';

/** What two runs came to that differ in what one domain does. */
export interface PairOfRuns {
  /** Steps of the whole run. */
  readonly steps: number;
  /** Steps of the other domain that changed something, between steps of the one that looks on. */
  readonly witnesses: number;
  /** What the one saw of the other; absent if it saw nothing. */
  readonly why: string | undefined;
  readonly actions: readonly Action[];
}

const isLeft = (name: string): boolean => leftNames.has(name.split('/')[0] ?? '');

const leftProcesses = ({ processes }: Facts): ReadonlySet<number> =>
  new Set(processes.flatMap(({ process, name }) => (isLeft(name) ? [process] : [])));

const leftThreads = (facts: Facts): ReadonlySet<number> => {
  const own = leftProcesses(facts);
  return new Set(
    facts.threads.flatMap(({ thread, process }) => (own.has(process) ? [thread] : [])),
  );
};

/** All that the domain sees of a state: what belongs to its processes, and how they are. */
const viewOf = <State>(kernel: Kernel<State>, state: State): string => {
  const facts = kernel.facts(state);
  const own = leftProcesses(facts);
  return bytesBy((writer) => {
    for (const { owner, name, write } of kernel.components) {
      if (owner === undefined || !own.has(owner)) continue;
      writer.text(name);
      write(state, writer);
    }
    for (const { process, rest } of facts.processes) if (own.has(process)) writer.text(rest);
  });
};

/** What the domain learns from a step: its own outcome, and the waits of it that end. */
const learned = <State>(
  step: Step<State>,
  own: ReadonlySet<number>,
  acts: 'itself' | 'another',
): string =>
  JSON.stringify([
    acts === 'itself' ? outcomeLine(step.outcome) : null,
    step.completions.flatMap(({ of, outcome }) =>
      own.has(of) ? [[of, outcomeLine(outcome)]] : [],
    ),
  ]);

const isIn = (own: ReadonlySet<number>) => (thread: ThreadId) => own.has(thread);

/** One of two runs: its state, and what the domain that looks on has of it. */
class Side<State> {
  readonly #kernel: Kernel<State>;
  state: State;

  constructor(kernel: Kernel<State>, state: State) {
    this.#kernel = kernel;
    this.state = state;
  }

  own(): ReadonlySet<number> {
    return leftThreads(this.#kernel.facts(this.state));
  }

  ready(): readonly ThreadId[] {
    return this.#kernel.ready(this.state);
  }

  view(): string {
    return viewOf(this.#kernel, this.state);
  }

  intent(by: ThreadId, choice: number): Action {
    return { ...hostileIntent(this.#kernel.facts(this.state), by, choice), by };
  }

  /** Acts; what the domain learns from it. */
  act(action: Action, acts: 'itself' | 'another'): string {
    const own = this.own();
    const step = this.#kernel.step(this.state, action);
    this.state = step.next;
    return learned(step, own, acts);
  }
}

const nothing = JSON.stringify([null, []]);

interface Watch {
  steps: number;
  witnesses: number;
  readonly actions: Action[];
}

/** A step of the other domain: it must leave the view as it is (local respect). */
const actRight = <State>(
  whole: Side<State>,
  random: RandomStream,
  watch: Watch,
): string | undefined => {
  const own = whole.own();
  const ready = whole.ready().filter((thread) => !own.has(thread));
  if (ready.length === 0) return undefined;
  const action = whole.intent(at(ready, random.below(ready.length)), random.below(0x7fff_ffff));
  watch.actions.push(action);
  watch.steps += 1;
  const [before, was] = [whole.view(), whole.state];
  const heard = whole.act(action, 'another');
  if (whole.state !== was) watch.witnesses += 1;
  if (heard !== nothing) return `a step of another domain ended a wait: ${heard}`;
  return whole.view() === before ? undefined : 'a step of another domain changed the view';
};

/** A step of the domain, in both runs: the same is offered, learned and left (output and step consistency). */
const actLeft = <State>(
  whole: Side<State>,
  purged: Side<State>,
  random: RandomStream,
  watch: Watch,
): string | undefined => {
  const [ready, other] = [
    whole.ready().filter(isIn(whole.own())),
    purged.ready().filter(isIn(purged.own())),
  ];
  if (ready.join() !== other.join()) return 'other threads are ready';
  if (ready.length === 0) return undefined;
  const [by, choice] = [at(ready, random.below(ready.length)), random.below(0x7fff_ffff)];
  const action = whole.intent(by, choice);
  watch.actions.push(action);
  watch.steps += 1;
  const [heard, expected] = [whole.act(action, 'itself'), purged.act(action, 'itself')];
  if (heard !== expected) return `the outcome differs: ${heard} and ${expected}`;
  return whole.view() === purged.view() ? undefined : 'the views differ after the same step';
};

const tickBoth = <State>(
  whole: Side<State>,
  purged: Side<State>,
  watch: Watch,
): string | undefined => {
  watch.actions.push({ kind: 'tick' });
  watch.steps += 1;
  const tick: Action = { kind: 'tick' };
  const [heard, expected] = [whole.act(tick, 'another'), purged.act(tick, 'another')];
  return heard === expected ? undefined : `time ends other waits: ${heard} and ${expected}`;
};

/**
 * Two runs of a solution of two islands: in one both act, in the other only the left one does (the right
 * one is purged). What the left sees must be the same: its view after each step of the right is the one
 * before (local respect), and each of its own steps is offered, ends and leaves the same in both runs (output
 * consistency, step consistency).
 *
 * Source: S10; Rushby, "Noninterference, Transitivity, and Channel-Control Security Policies", 1992;
 *         spec/covert-channels.md.
 */
export const runPair = (
  solution: Solution,
  seed: number,
  steps: number,
  { design = micro, engine = (honest) => honest }: Planted = {},
): PairOfRuns => {
  const random = randomStream(seed);
  const watch: Watch = { steps: 0, witnesses: 0, actions: [] };
  const security = engine(compile(solution).module);
  const why = design({ solution, security, limits: sampledLimits })((kernel) => {
    const booted = kernel.boot().state;
    const [whole, purged] = [new Side(kernel, booted), new Side(kernel, booted)];
    for (let step = 0; step < steps; step++) {
      const which = random.below(16);
      const fault =
        which === 0
          ? tickBoth(whole, purged, watch)
          : which < 8
            ? actRight(whole, random, watch)
            : actLeft(whole, purged, random, watch);
      if (fault !== undefined) return fault;
    }
    return undefined;
  });
  return { ...watch, why };
};
