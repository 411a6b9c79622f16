import type { ProcessId, Sid } from '../model/ids.ts';
import type { SecurityModule } from '../model/security.ts';
import { isByThread } from '../model/step.ts';
import type { Action, Report, Step } from '../model/step.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { HandleIndex, IndexedFacts } from './indexed-facts.ts';

/** One step of a run as properties see it: no kernel's own types. */
export interface ObservedStep {
  readonly action: Action;
  /** The process that acts; none where time does. */
  readonly actor: ProcessId | undefined;
  readonly report: Report;
  readonly before: IndexedFacts;
  readonly after: IndexedFacts;
  /** The names of components that differ, the audit log aside. */
  readonly changed: () => readonly string[];
  /** SIDs of which the kernel told the engine in this step that they are gone. */
  readonly released: readonly Sid[];
}

/** An engine that keeps of which SIDs it was told that they are gone, until it is asked. */
export interface Overheard<Context extends object> {
  readonly security: SecurityModule<Context>;
  readonly take: () => readonly Sid[];
}

const none: readonly [] = [];

export const overhear = <Context extends object>(
  security: SecurityModule<Context>,
): Overheard<Context> => {
  let released: readonly Sid[] = none;
  return {
    security: {
      ...security,
      release: (context, sid) => {
        released = [...released, sid];
        return security.release(context, sid);
      },
    },
    take: () => {
      const taken = released;
      released = none;
      return taken;
    },
  };
};

/** A state and its facts. */
interface Known<State> {
  readonly state: State;
  readonly facts: IndexedFacts;
}

/**
 * Makes observations of one kernel's steps. What comes after one step is what stands before the next, so
 * that the facts of a state are made once.
 */
export const makeObserver = <State extends object>(
  kernel: Kernel<State>,
  takeReleased: () => readonly Sid[],
): ((before: State, action: Action, step: Step<State>) => ObservedStep) => {
  const components = kernel.components.filter(({ name }) => name !== 'audit');
  let [here, there] = [new HandleIndex(), new HandleIndex()];
  let known: Known<State> | undefined;
  const know = (state: State): Known<State> => ({
    state,
    facts: new IndexedFacts(kernel.facts(state), here),
  });
  return (before, action, step) => {
    const { next } = step;
    const was = known?.state === before ? known : know(before);
    let is = was;
    if (next !== before) {
      [here, there] = [there, here];
      is = know(next);
    }
    known = is;
    return {
      action,
      actor: isByThread(action) ? was.facts.thread(action.by)?.process : undefined,
      report: step,
      before: was.facts,
      after: is.facts,
      changed: () =>
        components.filter(({ isSame }) => !isSame(before, next)).map(({ name }) => name),
      released: takeReleased(),
    };
  };
};
