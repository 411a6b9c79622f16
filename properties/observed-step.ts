import type { Component } from '../model/component.ts';
import { processId } from '../model/ids.ts';
import type { ProcessId, Sid } from '../model/ids.ts';
import type { SecurityModule } from '../model/security.ts';
import type { Action, Report, Step } from '../model/step.ts';
import type { Facts, Kernel } from '../kernel/kernel.ts';

/** A part of the state that a step has changed: its name, and the process that it belongs to alone. */
export interface Change {
  readonly component: string;
  readonly owner: ProcessId | undefined;
}

/** One step of a run as properties see it: no kernel's own types. */
export interface ObservedStep {
  readonly action: Action;
  /** The process that acts; none where time does. */
  readonly actor: ProcessId | undefined;
  readonly report: Report;
  readonly before: Facts;
  readonly after: Facts;
  /** Components that differ, the audit log aside. */
  readonly changed: readonly Change[];
  /** SIDs of which the kernel told the engine in this step that they are gone. */
  readonly released: readonly Sid[];
}

const actorOf = (action: Action, { threads }: Facts): ProcessId | undefined =>
  action.kind === 'tick' ? undefined : threads.find(({ thread }) => thread === action.by)?.process;

/** An engine that keeps of which SIDs it was told that they are gone, until it is asked. */
export interface Overheard<Context extends object> {
  readonly security: SecurityModule<Context>;
  readonly take: () => readonly Sid[];
}

export const overhear = <Context extends object>(
  security: SecurityModule<Context>,
): Overheard<Context> => {
  let released: Sid[] = [];
  return {
    security: {
      ...security,
      release: (context, sid) => {
        released.push(sid);
        return security.release(context, sid);
      },
    },
    take: () => {
      const taken = released;
      released = [];
      return taken;
    },
  };
};

const none: readonly Change[] = [];

const changesOf = <State>(
  components: readonly Component<State>[],
  before: State,
  next: State,
): readonly Change[] => {
  const changes: Change[] = [];
  for (const { name, owner, isSame } of components) {
    if (isSame(before, next)) continue;
    changes.push({
      component: name,
      owner: owner === undefined ? undefined : processId(owner),
    });
  }
  return changes;
};

/** Makes observations of one kernel's steps; the facts of a state are made once. */
export const makeObserver = <State extends object>(
  kernel: Kernel<State>,
  takeReleased: () => readonly Sid[],
): ((before: State, action: Action, step: Step<State>) => ObservedStep) => {
  const components = kernel.components.filter(({ name }) => name !== 'audit');
  let known: { readonly state: State; readonly facts: Facts } | undefined;
  const factsOf = (state: State): Facts => {
    if (known?.state !== state) known = { state, facts: kernel.facts(state) };
    return known.facts;
  };
  return (before, action, step) => {
    const { next } = step;
    const facts = factsOf(before);
    return {
      action,
      get actor() {
        return actorOf(action, facts);
      },
      report: step,
      before: facts,
      after: factsOf(next),
      changed: next === before ? none : changesOf(components, before, next),
      released: takeReleased(),
    };
  };
};
