import type { Component } from './component.ts';
import { makeStateSet } from './state-set.ts';

/** A state machine to be searched: nothing in it knows a kernel. */
export interface Explorable<State, Label> {
  readonly initial: State;
  /** All of what tells two states apart. */
  readonly components: readonly Component<State>[];
  /** What can happen in a state; the order is fixed. */
  readonly offers: (state: State) => readonly Label[];
  readonly step: (state: State, label: Label) => { readonly next: State; readonly name: string };
  /** Names of the properties that a state breaks. */
  readonly broken: (state: State) => readonly string[];
}

/**
 * Units: `states` counts distinct states. Once so many are known no further state is searched, so that
 *        the count passes it by at most the successors of one state.
 */
export interface Bounds {
  readonly states: number;
}

/** Called in the order of the search; numbers are those of the states, 0 for the initial one. */
export interface Visitor<State, Label> {
  readonly state?: (number: number, state: State) => void;
  readonly edge?: (from: number, label: Label, to: number) => void;
}

export interface Violation<Label> {
  readonly property: string;
  /** A shortest sequence of labels from the initial state to a state that breaks the property. */
  readonly trace: readonly Label[];
}

/**
 * Shape: `depth` counts the states on the longest of the shortest paths, the initial one included;
 *        `complete` is false where the bound was met and some state was not searched; `actions` counts edges by name.
 */
export interface Explored<Label> {
  readonly states: number;
  readonly edges: number;
  readonly depth: number;
  readonly complete: boolean;
  readonly actions: ReadonlyMap<string, number>;
  readonly violations: readonly Violation<Label>[];
}

interface Reached<Label> {
  readonly from: number;
  readonly label: Label;
}

const traceTo = <Label>(reached: readonly (Reached<Label> | undefined)[], end: number): Label[] => {
  const labels: Label[] = [];
  for (let step = reached[end]; step !== undefined; step = reached[step.from])
    labels.push(step.label);
  return labels.reverse();
};

/** Counts by name. Hot: names come again at every edge, and a count is changed where it stands. */
const makeTally = () => {
  const tallies = new Map<string, { count: number }>();
  return {
    add: (name: string): void => {
      const known = tallies.get(name);
      if (known === undefined) tallies.set(name, { count: 1 });
      else known.count += 1;
    },
    counts: (): ReadonlyMap<string, number> =>
      new Map([...tallies].map(([name, { count }]) => [name, count])),
  };
};

/**
 * Searches breadth first, exactly.
 *
 * Result: for each property that some reached state breaks, a shortest trace. States that break one
 *         are not searched further.
 */
export const explore = <State, Label>(
  space: Explorable<State, Label>,
  bounds: Bounds,
  visit: Visitor<State, Label> = {},
): Explored<Label> => {
  const seen = makeStateSet(space.components);
  const reached: (Reached<Label> | undefined)[] = [];
  const actions = makeTally();
  const violations = new Map<string, Violation<Label>>();
  let frontier: { readonly number: number; readonly state: State }[] = [];
  const arrive = (number: number, state: State, by: Reached<Label> | undefined): void => {
    reached.push(by);
    visit.state?.(number, state);
    const broken = space.broken(state);
    for (const property of broken) {
      if (violations.has(property)) continue;
      violations.set(property, { property, trace: traceTo(reached, number) });
    }
    if (broken.length === 0) frontier.push({ number, state });
  };

  arrive(seen.add(space.initial), space.initial, undefined);
  let depth = 1;
  let edges = 0;
  let complete = true;
  for (let below = 2; frontier.length > 0 && complete; below += 1) {
    const layer = frontier;
    frontier = [];
    for (const { number: from, state } of layer) {
      if (seen.size() >= bounds.states) {
        complete = false;
        break;
      }
      seen.from(from, state);
      for (const label of space.offers(state)) {
        const { next, name } = space.step(state, label);
        const before = seen.size();
        // What leaves the very state that it was given is not looked up.
        const to = next === state ? from : seen.add(next);
        edges += 1;
        actions.add(name);
        visit.edge?.(from, label, to);
        if (to !== before) continue;
        depth = below;
        arrive(to, next, { from, label });
      }
    }
  }
  return {
    states: seen.size(),
    edges,
    depth,
    complete,
    actions: actions.counts(),
    violations: [...violations.values()],
  };
};
