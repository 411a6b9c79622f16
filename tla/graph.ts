import { byText } from '../model/by-text.ts';
import { Defect } from '../model/defect.ts';
import type { TlaState } from './value.ts';

/**
 * A labelled graph of states.
 *
 * Shape: nodes are numbered from 0; `keys` has the canonical text of each; an edge is three numbers
 *        in a row of `edges`: from, label, to. Edges are a set: none stands twice.
 */
export interface StateGraph {
  readonly keys: readonly string[];
  readonly initial: readonly number[];
  readonly labels: readonly string[];
  readonly edges: readonly number[];
  readonly stateOf: (node: number) => TlaState;
}

/** Builds a graph out of nodes and edges in any order, by canonical texts. */
export interface GraphBuilder {
  /** The number of a node; the same text gives the same number. */
  readonly node: (key: string, state: TlaState) => number;
  readonly edge: (from: number, label: string, to: number) => void;
  readonly initial: (node: number) => void;
  readonly build: () => StateGraph;
}

/** Most nodes and labels of a graph: an edge is one number, exact up to 2⁵³. */
const most = { nodes: 2 ** 20, labels: 2 ** 13 } as const;

const edgeKey = (from: number, label: number, to: number): number => {
  if (label >= most.labels || from >= most.nodes || to >= most.nodes) {
    throw new Defect('a graph has more nodes or labels than it may');
  }
  return (from * most.labels + label) * most.nodes + to;
};

export const makeGraphBuilder = (): GraphBuilder => {
  const numbers = new Map<string, number>();
  const states: TlaState[] = [];
  const labels = new Map<string, number>();
  const seen = new Set<number>();
  const edges: number[] = [];
  const initial = new Set<number>();
  return {
    node: (key, state) => {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, states.length);
      states.push(state);
      return states.length - 1;
    },
    edge: (from, text, to) => {
      const label = labels.get(text) ?? labels.size;
      labels.set(text, label);
      const key = edgeKey(from, label, to);
      if (seen.has(key)) return;
      seen.add(key);
      edges.push(from, label, to);
    },
    initial: (node) => {
      initial.add(node);
    },
    build: () => ({
      keys: [...numbers.keys()],
      initial: [...initial],
      labels: [...labels.keys()],
      edges,
      stateOf: (node) => states[node] ?? {},
    }),
  };
};

/** How many edges each action has; a label is `Action__arguments`. */
export const edgesByAction = ({ labels, edges }: StateGraph): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (let at = 1; at < edges.length; at += 3) {
    const action = (labels[edges[at] ?? 0] ?? '').split('__')[0] ?? '';
    counts.set(action, (counts.get(action) ?? 0) + 1);
  }
  return new Map([...counts].sort(([left], [right]) => byText(left, right)));
};

/** Number of edges. */
export const edgeCount = ({ edges }: StateGraph): number => edges.length / 3;

/** States on the longest of the shortest paths, the initial one included, as TLC counts depth. */
export const depthOf = ({ initial, edges }: StateGraph): number => {
  const out = new Map<number, number[]>();
  for (let at = 0; at < edges.length; at += 3) {
    const from = edges[at] ?? 0;
    const targets = out.get(from) ?? [];
    targets.push(edges[at + 2] ?? 0);
    out.set(from, targets);
  }
  const seen = new Set(initial);
  let depth = 0;
  for (let layer = [...initial]; layer.length > 0; depth++) {
    const next = layer.flatMap((node) => out.get(node) ?? []).filter((node) => !seen.has(node));
    layer = [...new Set(next)];
    for (const node of layer) seen.add(node);
  }
  return depth;
};
