import { describe, expect, it } from 'vitest';
import { describeDifference, firstDifference } from './compare.ts';
import { makeGraphBuilder } from './graph.ts';
import type { StateGraph } from './graph.ts';
import { makeDotReader } from './read-dot.ts';
import { canonicalState } from './value.ts';

const graph = (edges: readonly (readonly [number, string, number])[]): StateGraph => {
  const builder = makeGraphBuilder();
  const node = (x: number): number => builder.node(canonicalState({ x }), { x });
  builder.initial(node(0));
  for (const [from, label, to] of edges) builder.edge(node(from), label, node(to));
  return builder.build();
};

const dump = `strict digraph DiskGraph {
7 [label="x = 0",style = filled]
7 -> -8 [label="Step__a",color="black",fontcolor="black"];
-8 [label="x = 1"];
-8 -> 7 [label="Back__a",color="black",fontcolor="black"];
-8 -> 7 [label="Back__a",color="black",fontcolor="black"];
}`;

describe('firstDifference', () => {
  it('finds none between graphs that differ in order alone [PAIR-1]', () => {
    const left = graph([
      [0, 'Step__a', 1],
      [1, 'Back__a', 0],
    ]);
    const reader = makeDotReader();
    for (const line of dump.split('\n')) reader.line(line);
    const right = reader.done();

    expect('fault' in right ? right : firstDifference(left, right)).toBeUndefined();
  });

  it('tells the shortest way to an edge that only the model has [PAIR-1]', () => {
    const left = graph([
      [0, 'Step__a', 1],
      [1, 'Step__a', 2],
      [1, 'Odd__a', 0],
    ]);
    const right = graph([
      [0, 'Step__a', 1],
      [1, 'Step__a', 2],
    ]);

    expect(firstDifference(left, right)).toEqual({
      only: 'model',
      path: ['Step__a'],
      label: 'Odd__a',
      to: { x: '0' },
      differs: [],
    });
  });

  it('names the variable in which the two sides end otherwise [PAIR-1]', () => {
    const difference = firstDifference(graph([[0, 'Step__a', 1]]), graph([[0, 'Step__a', 2]]));

    expect(difference?.differs).toEqual([{ variable: 'x', model: '1', module: '2' }]);
    expect(difference === undefined ? '' : describeDifference(difference)).toContain(
      'x differs: 1 in the model, 2 in the module',
    );
  });

  it('finds another initial state [PAIR-1]', () => {
    const left = graph([]);
    const builder = makeGraphBuilder();
    builder.initial(builder.node(canonicalState({ x: 5 }), { x: 5 }));

    expect(firstDifference(left, builder.build())?.label).toBeUndefined();
    expect(firstDifference(left, builder.build())?.only).toBe('model');
  });
});

describe('makeDotReader', () => {
  it('tells of a node that it cannot read, and of an edge to nowhere [PAIR-1]', () => {
    const broken = makeDotReader();
    broken.line('1 [label="x = <<",style = filled]');
    const stray = makeDotReader();
    stray.line('1 -> 2 [label="A",color="black"];');

    expect('fault' in broken.done()).toBe(true);
    expect('fault' in stray.done()).toBe(true);
  });
});
