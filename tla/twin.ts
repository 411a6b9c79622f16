import { explore } from '../model/explore.ts';
import { Defect, at } from '../model/defect.ts';
import type { Action, Report } from '../model/step.ts';
import type { Booted, Kernel } from '../kernel/kernel.ts';
import { makeGraphBuilder } from './graph.ts';
import type { StateGraph } from './graph.ts';
import { canonicalState } from './value.ts';
import type { TlaState } from './value.ts';

/** The name of an operator of the module, and its arguments. */
export type Operator = readonly [name: string, ...args: string[]];

/**
 * A small system of the same code beside a module.
 *
 * Shape: `alphabet` is offered to every ready thread whatever comes of it; `view` gives the module's
 *        variables; `operator` says which operator a step is an instance of.
 */
export interface Twin<State> {
  readonly name: string;
  readonly kernel: Kernel<State>;
  readonly booted: Booted<State>;
  readonly alphabet: readonly Action[];
  readonly view: (state: State) => TlaState;
  readonly operator: (state: State, action: Action, report: Report) => Operator;
}

/** `Call_Denied__a_s_Open`: an operator with its arguments, as labels of both graphs write it. */
export const labelOf = ([name, ...args]: Operator): string => `${name}__${args.join('_')}`;

/** The model's side of a comparison. */
export interface ModelGraph {
  readonly graph: StateGraph;
  /** States of the model; more than the graph's nodes where the view hides something. */
  readonly states: number;
  readonly depth: number;
  /** Two states of one view whose steps differ: then the view is too coarse to compare by. */
  readonly coarse: string | undefined;
}

/**
 * Two states of one view must have equal sets of labelled steps; else the words of the first two
 * that differ.
 */
const coarseView = (
  nodes: readonly number[],
  steps: ReadonlyMap<number, readonly string[]>,
  { keys }: StateGraph,
): string | undefined => {
  const first = new Map<number, { readonly state: number; readonly steps: string }>();
  for (const [state, node] of nodes.entries()) {
    const own = [...new Set(steps.get(state) ?? [])].sort().join('\n');
    const other = first.get(node);
    if (other === undefined) first.set(node, { state, steps: own });
    else if (other.steps !== own) {
      const pair = `states ${String(other.state)} and ${String(state)}`;
      return `${pair} share the view ${keys[node] ?? ''} and step otherwise`;
    }
  }
  return undefined;
};

/** Searches the model, then projects it by the view. */
export const graphOf = <State>(twin: Twin<State>, bound: number): ModelGraph => {
  const { kernel, booted, alphabet, view, operator } = twin;
  const builder = makeGraphBuilder();
  const nodes: number[] = [];
  const steps = new Map<number, string[]>();
  const pending: (readonly [from: number, label: string, to: number])[] = [];
  let label = '';
  const explored = explore<State, Action>(
    {
      initial: booted.state,
      components: kernel.components,
      offers: (state) => {
        const ready = kernel.ready(state);
        return alphabet.filter((action) => action.kind === 'tick' || ready.includes(action.by));
      },
      step: (state, action) => {
        const { next, ...report } = kernel.step(state, action);
        label = labelOf(operator(state, action, report));
        return { next, name: label };
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
        pending.push([from, label, to]);
      },
    },
  );
  if (!explored.complete)
    throw new Defect(`the twin ${twin.name} has more states than ${String(bound)}`);
  for (const [from, text, to] of pending) {
    const [source, target] = [at(nodes, from), at(nodes, to)];
    builder.edge(source, text, target);
    const own = steps.get(from) ?? [];
    own.push(`${text} ${String(target)}`);
    steps.set(from, own);
  }
  const graph = builder.build();
  const coarse = coarseView(nodes, steps, graph);
  return { graph, states: explored.states, depth: explored.depth, coarse };
};
