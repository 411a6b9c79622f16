import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { component, within } from './component.ts';
import { explore } from './explore.ts';
import type { Explorable } from './explore.ts';
import { handleId, sidOf } from './ids.ts';
import { makeStateSet } from './state-set.ts';
import { record } from './value.ts';
import type { Value } from './value.ts';
import { writeValue } from './write-value.ts';
import { makeKeyWriter } from './writer.ts';

/** A graph by its edges: a state is a node, a label the node that it leads to. */
const graph = (
  edges: readonly (readonly number[])[],
  bad: ReadonlyMap<number, readonly string[]> = new Map(),
): Explorable<{ readonly node: number }, number> => ({
  initial: { node: 0 },
  components: [
    component(
      'node',
      (state: { readonly node: number }) => state,
      ({ node }, writer) => {
        writer.word(node);
      },
    ),
  ],
  offers: ({ node }) => edges[node] ?? [],
  step: (_state, node) => ({ next: { node }, name: `to ${String(node)}` }),
  broken: ({ node }) => bad.get(node) ?? [],
});

/** The length of a shortest path to each node, by relaxing until nothing changes. */
const distances = (edges: readonly (readonly number[])[]): readonly number[] => {
  const far = edges.map((_, node) => (node === 0 ? 0 : Infinity));
  const relax = (): void => {
    for (const [from, targets] of edges.entries()) {
      for (const to of targets) far[to] = Math.min(far[to] ?? Infinity, (far[from] ?? 0) + 1);
    }
  };
  edges.forEach(relax);
  return far;
};

const graphs = fc.integer({ min: 1, max: 12 }).chain((nodes) =>
  fc.array(fc.array(fc.nat({ max: nodes - 1 }), { maxLength: 3 }), {
    minLength: nodes,
    maxLength: nodes,
  }),
);

describe('explore', () => {
  it('finds what is reachable, and shortest ways to it, as relaxation does [SIM-1]', () => {
    fc.assert(
      fc.property(graphs, fc.nat({ max: 11 }), (edges, target) => {
        const far = distances(edges);
        const reachable = far.filter((length) => length < Infinity);
        const found = explore(graph(edges), { states: 100 });
        const [violation] = explore(graph(edges, new Map([[target, ['bad']]])), {
          states: 100,
        }).violations;

        expect([found.states, found.depth, found.complete]).toEqual([
          reachable.length,
          Math.max(...reachable) + 1,
          true,
        ]);
        const expected = far[target] ?? Infinity;
        expect(violation?.trace.length ?? Infinity).toBe(expected);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  it('counts a state in the depth although it is broken and not searched further [SIM-1]', () => {
    const chain = [[1], [2], [3], []];

    expect(explore(graph(chain, new Map([[2, ['bad']]])), { states: 9 })).toMatchObject({
      states: 3,
      edges: 2,
      depth: 3,
      violations: [{ property: 'bad', trace: [1, 2] }],
    });
    expect(explore(graph(chain, new Map([[0, ['bad']]])), { states: 9 })).toMatchObject({
      states: 1,
      depth: 1,
      violations: [{ property: 'bad', trace: [] }],
    });
  });

  it('searches no further state once the bound is met [SIM-1]', () => {
    const fan = [[1, 2, 3, 4, 5], [6], [6], [6], [6], [6], []];

    expect(explore(graph(fan), { states: 3 })).toMatchObject({
      states: 6,
      edges: 5,
      complete: false,
    });
    expect(explore(graph(fan), { states: 8 })).toMatchObject({ states: 7, complete: true });
  });

  it('tells each property once, in the order in which they are found [OBJ-3]', () => {
    const bad = new Map([
      [1, ['first']],
      [2, ['second', 'first']],
    ]);

    expect(explore(graph([[1, 2], [], []], bad), { states: 9 }).violations).toEqual([
      { property: 'first', trace: [1] },
      { property: 'second', trace: [2] },
    ]);
  });

  it('shows every state and edge to its visitor, numbered in the order of the search [SIM-1]', () => {
    const seen: string[] = [];

    explore(
      graph([[1, 0], [0]]),
      { states: 9 },
      {
        state: (number, { node }) => seen.push(`${String(number)} is ${String(node)}`),
        edge: (from, label, to) => seen.push(`${String(from)} by ${String(label)} ${String(to)}`),
      },
    );

    expect(seen).toEqual(['0 is 0', '0 by 1 1', '1 is 1', '0 by 0 0', '1 by 0 0']);
  });
});

describe('component', () => {
  interface Pair {
    readonly left: { readonly value: number };
  }
  const left = component(
    'left',
    ({ left: part }: Pair) => part,
    ({ value }, writer) => {
      writer.word(value);
    },
  );

  it('numbers equal parts alike, and numbers from 0 in each interner [SIM-1]', () => {
    const number = left.intern();
    const pair = (value: number): Pair => ({ left: { value } });

    const numbers = [7, 5, 7].map((value) => number(pair(value)));

    expect(numbers).toEqual([0, 1, 0]);
    expect(left.intern()(pair(5))).toBe(0);
  });

  it('is not encoded where it is the very one of the state that others are told apart from [SIM-1]', () => {
    let encoded = 0;
    const counting = component(
      'left',
      ({ left: part }: Pair) => part,
      ({ value }, writer) => {
        encoded += 1;
        writer.word(value);
      },
    );
    const set = makeStateSet([counting]);
    const parent: Pair = { left: { value: 1 } };

    expect(set.add(parent)).toBe(0);
    set.from(0, parent);
    expect(set.add({ left: parent.left })).toBe(0);
    expect(encoded).toBe(1);
    expect(set.add({ left: { value: 1 } })).toBe(0);
    expect(set.add({ left: { value: 2 } })).toBe(1);
    expect(encoded).toBe(3);
  });

  it('within a larger state is numbered as it is alone [SIM-1]', () => {
    interface Outer {
      readonly inner: Pair;
    }
    const number = within(left, ({ inner }: Outer) => inner).intern();
    const outer = (value: number): Outer => ({ inner: { left: { value } } });

    expect([3, 4, 3].map((value) => number(outer(value)))).toEqual([0, 1, 0]);
  });
});

describe('makeKeyWriter', () => {
  type Item = number | string;
  const shapes = fc.array(fc.boolean(), { maxLength: 6 });
  const itemsOf = (shape: readonly boolean[]): fc.Arbitrary<readonly Item[]> =>
    fc.tuple(
      ...shape.map((isWord): fc.Arbitrary<Item> =>
        isWord ? fc.integer({ min: -3, max: 70_000 }) : fc.string({ maxLength: 3 }),
      ),
    );
  const bytesOf = (items: readonly Item[]): string => {
    const writer = makeKeyWriter();
    for (const item of items) {
      if (typeof item === 'number') writer.word(item);
      else writer.text(item);
    }
    return writer.take();
  };

  it('gives equal bytes to equal items, and to no others of the same kinds [SIM-1]', () => {
    const pairs = shapes.chain((shape) => fc.tuple(itemsOf(shape), itemsOf(shape)));

    fc.assert(
      fc.property(pairs, ([left, right]) => {
        expect(bytesOf(left) === bytesOf(right)).toBe(
          JSON.stringify(left) === JSON.stringify(right),
        );
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  it('is empty again once its bytes are taken [SIM-1]', () => {
    const writer = makeKeyWriter();
    writer.text('a');

    expect([writer.take(), writer.take()]).toEqual(['\u0001\u0000a', '']);
  });
});

describe('writeValue', () => {
  it('tells apart values that only their kind or one field does [SIM-1]', () => {
    const values: readonly Value[] = [
      0n,
      '',
      '0',
      false,
      null,
      [],
      [[]],
      record([]),
      record([['a', 0n]]),
      record([['b', 0n]]),
      { kind: 'union', member: 'a', value: 0n },
      { kind: 'union', member: 'b', value: 0n },
      { kind: 'union', member: 'a', value: 1n },
      { kind: 'handle', sid: sidOf(1), rights: 1 },
      { kind: 'handle', sid: sidOf(1), rights: 2 },
      { kind: 'handle', sid: sidOf(2), rights: 1 },
      { kind: 'localHandle', number: handleId(1), rights: 1 },
      { kind: 'localHandle', number: handleId(1), rights: 0xffff_ffff },
      { kind: 'localHandle', number: handleId(2), rights: 1 },
      { kind: 'bytes', hex: '' },
      { kind: 'bytes', hex: '00' },
    ];
    const writer = makeKeyWriter();

    const keys = values.map((value) => {
      writeValue(value, writer);
      return writer.take();
    });

    expect(new Set(keys).size).toBe(values.length);
  });
});
