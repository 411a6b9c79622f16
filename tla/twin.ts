import { explore } from '../model/explore.ts';
import { Defect, at } from '../model/defect.ts';
import { isByThread } from '../model/step.ts';
import type { Action, Report } from '../model/step.ts';
import type { Booted, Kernel } from '../kernel/kernel.ts';
import { makeGraphBuilder } from './graph.ts';
import type { StateGraph } from './graph.ts';
import { canonicalState } from './value.ts';
import type { TlaState } from './value.ts';

/** An argument of an operator: a text, a number, or what an expression says, by a word for labels. */
export type Argument = string | number | { readonly word: string; readonly expression: string };

/** The name of an operator of the module, and its arguments. */
export type Operator = readonly [name: string, ...args: Argument[]];

/**
 * A small system of the same code beside a module.
 *
 * Shape: `alphabet` is offered to every ready thread whatever comes of it, but for what its program
 *        leaves out by `isTried`; `view` gives the module's variables; `operator` says which operator
 *        a step is an instance of.
 */
export interface Twin<State> {
  readonly name: string;
  readonly kernel: Kernel<State>;
  readonly booted: Booted<State>;
  readonly alphabet: readonly Action[];
  readonly isTried: (state: State, action: Action) => boolean;
  readonly view: (state: State) => TlaState;
  readonly operator: (state: State, action: Action, report: Report) => Operator;
}

const wordOf = (argument: Argument): string =>
  typeof argument === 'object' ? argument.word : String(argument);

/** `Call_Denied__a_s_Open`: an operator with its arguments, as labels of both graphs write it. */
export const labelOf = ([name, ...args]: Operator): string =>
  `${name}__${args.map(wordOf).join('_')}`;

/** The model's side of a comparison. */
export interface ModelGraph {
  readonly graph: StateGraph;
  /** States of the model; more than the graph's nodes where the view hides something. */
  readonly states: number;
  readonly depth: number;
  /** Two states of one view whose steps differ: then the view is too coarse to compare by. */
  readonly coarse: string | undefined;
}

/** Steps of a search in its order: three numbers in a row, of a state, a label, and a state. */
interface Steps {
  readonly labels: readonly string[];
  readonly flat: readonly number[];
}

/**
 * Two states of one view must have equal sets of labelled steps; else the words of the first two
 * that differ. `nodes` has the node of each state.
 */
const coarseView = (
  nodes: readonly number[],
  { flat, labels }: Steps,
  { keys }: StateGraph,
): string | undefined => {
  const sharing = new Uint32Array(keys.length);
  for (const node of nodes) sharing[node] = (sharing[node] ?? 0) + 1;
  const own = new Map<number, Set<number>>();
  for (let step = 0; step < flat.length; step += 3) {
    const state = at(flat, step);
    if ((sharing[at(nodes, state)] ?? 0) < 2) continue;
    const seen = own.get(state) ?? new Set();
    own.set(state, seen.add(at(nodes, at(flat, step + 2)) * labels.length + at(flat, step + 1)));
  }
  const first = new Map<number, { readonly state: number; readonly steps: string }>();
  for (const [state, node] of nodes.entries()) {
    if ((sharing[node] ?? 0) < 2) continue;
    const steps = [...(own.get(state) ?? [])].sort((left, right) => left - right).join();
    const other = first.get(node);
    if (other === undefined) first.set(node, { state, steps });
    else if (other.steps !== steps) {
      const pair = `states ${String(other.state)} and ${String(state)}`;
      return `${pair} share the view ${keys[node] ?? ''} and step otherwise`;
    }
  }
  return undefined;
};

const offersOf =
  <State>({ kernel, alphabet, isTried }: Twin<State>) =>
  (state: State): readonly Action[] => {
    const ready = kernel.ready(state);
    const canAct = (action: Action): boolean => !isByThread(action) || ready.includes(action.by);
    return alphabet.filter((action) => canAct(action) && isTried(state, action));
  };

/** Searches the model, then projects it by the view. */
export const graphOf = <State>(twin: Twin<State>, bound: number): ModelGraph => {
  const { kernel, booted, view, operator } = twin;
  const builder = makeGraphBuilder();
  const nodes: number[] = [];
  const labels = new Map<string, number>();
  const flat: number[] = [];
  let label = 0;
  const explored = explore<State, Action>(
    {
      initial: booted.state,
      components: kernel.components,
      offers: offersOf(twin),
      step: (state, action) => {
        const { next, ...report } = kernel.step(state, action);
        const name = labelOf(operator(state, action, report));
        label = labels.get(name) ?? labels.size;
        labels.set(name, label);
        return { next, name };
      },
      broken: () => [],
    },
    { states: bound },
    {
      state: (number, state) => {
        const seen = view(state);
        nodes[number] = builder.node(canonicalState(seen), seen);
        if (number === 0) builder.initial(at(nodes, 0));
      },
      edge: (from, _action, to) => {
        flat.push(from, label, to);
      },
    },
  );
  if (!explored.complete)
    throw new Defect(`the twin ${twin.name} has more states than ${String(bound)}`);
  const steps: Steps = { labels: [...labels.keys()], flat };
  for (let step = 0; step < flat.length; step += 3) {
    const [from, to] = [at(nodes, at(flat, step)), at(nodes, at(flat, step + 2))];
    builder.edge(from, at(steps.labels, at(flat, step + 1)), to);
  }
  const graph = builder.build();
  const coarse = coarseView(nodes, steps, graph);
  return { graph, states: explored.states, depth: explored.depth, coarse };
};
