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

/** An edge as one number: exact up to 2⁵³, so for 10⁶ nodes and 9,000 labels. */
const edgeKey = (from: number, label: number, to: number): number =>
  (from * 8192 + label) * 1_048_576 + to;

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
  return new Map(
    [...counts].sort(([left], [right]) => Number(left > right) - Number(left < right)),
  );
};

/** Number of edges. */
export const edgeCount = ({ edges }: StateGraph): number => edges.length / 3;
