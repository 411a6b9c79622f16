import { canonical } from './value.ts';
import type { StateGraph } from './graph.ts';

/** The first thing that only one side has, on a shortest way that both have. */
export interface Difference {
  readonly only: 'model' | 'module';
  /** Labels from an initial state. */
  readonly path: readonly string[];
  /** The label of the edge that only one side has; absent for an initial state. */
  readonly label: string | undefined;
  /** Where that edge leads. */
  readonly to: Readonly<Record<string, string>>;
  /** Where the other side goes with the same label, if it does: the variables that differ. */
  readonly differs: readonly VariableDifference[];
}

export interface VariableDifference {
  readonly variable: string;
  readonly model: string;
  readonly module: string;
}

interface Side {
  readonly graph: StateGraph;
  /** This side's number of each shared node number; absent if it has no such state. */
  readonly own: ReadonlyMap<number, number>;
  readonly shared: readonly number[];
  readonly out: ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<number>>>;
}

const outgoing = (
  { edges, labels }: StateGraph,
  shared: readonly number[],
): ReadonlyMap<number, ReadonlyMap<string, ReadonlySet<number>>> => {
  const out = new Map<number, Map<string, Set<number>>>();
  for (let at = 0; at < edges.length; at += 3) {
    const from = shared[edges[at] ?? 0] ?? -1;
    const label = labels[edges[at + 1] ?? 0] ?? '';
    const to = shared[edges[at + 2] ?? 0] ?? -1;
    const byLabel = out.get(from) ?? new Map<string, Set<number>>();
    const targets = byLabel.get(label) ?? new Set<number>();
    targets.add(to);
    byLabel.set(label, targets);
    out.set(from, byLabel);
  }
  return out;
};

const sidesOf = (model: StateGraph, module: StateGraph): readonly [Side, Side] => {
  const numbers = new Map<string, number>();
  const side = (graph: StateGraph): Side => {
    const shared = graph.keys.map((key) => {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      return number;
    });
    const own = new Map(shared.map((number, index) => [number, index]));
    return { graph, own, shared, out: outgoing(graph, shared) };
  };
  return [side(model), side(module)];
};

const stateText = ({ graph, own }: Side, node: number): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(graph.stateOf(own.get(node) ?? -1)).map(([name, value]) => [
      name,
      canonical(value),
    ]),
  );

const variables = (
  model: Readonly<Record<string, string>>,
  module: Readonly<Record<string, string>>,
): readonly VariableDifference[] =>
  [...new Set([...Object.keys(model), ...Object.keys(module)])].sort().flatMap((variable) => {
    const [left, right] = [model[variable] ?? 'absent', module[variable] ?? 'absent'];
    return left === right ? [] : [{ variable, model: left, module: right }];
  });

const none: ReadonlyMap<string, ReadonlySet<number>> = new Map();

/** An edge out of a node that only one side has. */
const edgeDifference = (
  sides: readonly [Side, Side],
  node: number,
  path: readonly string[],
): Difference | undefined => {
  const [model, module] = sides;
  const [left, right] = [model.out.get(node) ?? none, module.out.get(node) ?? none];
  const labels = [...new Set([...left.keys(), ...right.keys()])].sort();
  for (const label of labels) {
    const [ours, theirs] = [left.get(label), right.get(label)];
    const oursOnly = [...(ours ?? [])].find((to) => theirs?.has(to) !== true);
    const theirsOnly = [...(theirs ?? [])].find((to) => ours?.has(to) !== true);
    const only = oursOnly !== undefined ? 'model' : 'module';
    const to = oursOnly ?? theirsOnly;
    if (to === undefined) continue;
    const other = only === 'model' ? [...(theirs ?? [])][0] : [...(ours ?? [])][0];
    const toText = stateText(only === 'model' ? model : module, to);
    const otherText =
      other === undefined ? undefined : stateText(only === 'model' ? module : model, other);
    const differs =
      otherText === undefined
        ? []
        : only === 'model'
          ? variables(toText, otherText)
          : variables(otherText, toText);
    return { only, path, label, to: toText, differs };
  }
  return undefined;
};

const initialDifference = ([model, module]: readonly [Side, Side]): Difference | undefined => {
  const [ours, theirs] = [model, module].map(
    ({ graph, shared }) => new Set(graph.initial.map((node) => shared[node] ?? -1)),
  );
  const oursOnly = [...(ours ?? [])].find((node) => theirs?.has(node) !== true);
  const theirsOnly = [...(theirs ?? [])].find((node) => ours?.has(node) !== true);
  const node = oursOnly ?? theirsOnly;
  if (node === undefined) return undefined;
  const only = oursOnly === undefined ? 'module' : 'model';
  const to = stateText(only === 'model' ? model : module, node);
  const other = [...((only === 'model' ? theirs : ours) ?? [])][0];
  const otherText = other === undefined ? {} : stateText(only === 'model' ? module : model, other);
  const differs = only === 'model' ? variables(to, otherText) : variables(otherText, to);
  return { only, path: [], label: undefined, to, differs };
};

/**
 * The first difference of two graphs: breadth first along edges that both have, to an initial state
 * or an edge that only one has. Absent if the graphs are equal.
 */
export const firstDifference = (model: StateGraph, module: StateGraph): Difference | undefined => {
  const sides = sidesOf(model, module);
  const initial = initialDifference(sides);
  if (initial !== undefined) return initial;
  const [left] = sides;
  const starts = left.graph.initial.map((node) => left.shared[node] ?? -1);
  const cause = new Map<number, { readonly from: number; readonly label: string } | undefined>(
    starts.map((node) => [node, undefined]),
  );
  const pathTo = (node: number): readonly string[] => {
    const labels: string[] = [];
    for (let step = cause.get(node); step !== undefined; step = cause.get(step.from)) {
      labels.push(step.label);
    }
    return labels.reverse();
  };
  for (const node of cause.keys()) {
    const difference = edgeDifference(sides, node, pathTo(node));
    if (difference !== undefined) return difference;
    for (const [label, targets] of left.out.get(node) ?? none) {
      for (const to of targets) if (!cause.has(to)) cause.set(to, { from: node, label });
    }
  }
  return undefined;
};

/** A difference in words. */
export const describeDifference = ({ only, path, label, to, differs }: Difference): string => {
  const side = only === 'model' ? 'the TypeScript model' : 'the TLA+ module';
  const state = Object.entries(to).map(([name, value]) => `    ${name} = ${value}`);
  const way =
    path.length === 0 ? ['from the initial state'] : ['after', ...path.map((one) => `    ${one}`)];
  return [
    ...way,
    label === undefined ? `only ${side} begins in` : `only ${side} has ${label}, to`,
    ...state,
    ...differs.map(
      ({ variable, model, module }) =>
        `  ${variable} differs: ${model} in the model, ${module} in the module`,
    ),
  ].join('\n');
};
