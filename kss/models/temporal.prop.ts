import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTemporal, temporalOf } from './temporal-configuration.ts';
import { noEnd, operations, stride } from './temporal-formula.ts';
import type { Formulas } from './temporal-formula.ts';
import { afterStep, afterTicks, emptyMemory, holdsNow } from './temporal-memory.ts';
import { meaningOf, textOf } from './test-temporal-formulas.ts';
import type { Happening, TestBounds, Tree } from './test-temporal-formulas.ts';
import { parseObject } from './test-objects.ts';

const runs = { seed: 20264, numRuns: 15_000 } as const;

const atoms = ['p', 'q'];

const boundsArbitrary = (longest: number): fc.Arbitrary<TestBounds | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.nat(longest).map((to) => ({ from: 0, to })),
    fc.nat(longest).map((from) => ({ from })),
    fc
      .tuple(fc.nat(longest), fc.nat(longest))
      .map(([left, right]) => ({ from: Math.min(left, right), to: Math.max(left, right) })),
  );

const treeArbitrary = (longest: number): fc.Arbitrary<Tree> => {
  const bounds = boundsArbitrary(longest);
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      fc.record({ kind: fc.constant('atom' as const), name: fc.constantFrom(...atoms) }),
      fc.record({ kind: fc.constant('constant' as const), value: fc.boolean() }),
      fc.record({ kind: fc.constant('!' as const), part: tie('tree') }),
      fc.record({
        kind: fc.constantFrom('previously' as const, 'once' as const, 'historically' as const),
        part: tie('tree'),
        bounds,
      }),
      fc.record({
        kind: fc.constantFrom('&&' as const, '||' as const, '==>' as const),
        left: tie('tree'),
        right: tie('tree'),
      }),
      fc.record({
        kind: fc.constant('since' as const),
        left: tie('tree'),
        right: tie('tree'),
        bounds,
      }),
    ),
  }));
  return tree;
};

const happeningArbitrary = (longest: number): fc.Arbitrary<Happening> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('step' as const), atoms: fc.subarray(atoms) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('ticks' as const), by: fc.nat(longest) }),
    },
  );

interface Case {
  readonly tree: Tree;
  readonly happenings: readonly Happening[];
}

/** Bounds and ticks of one size together: a few, or such that windows are several words long. */
const caseArbitrary: fc.Arbitrary<Case> = fc
  .constantFrom([3, 2] as const, [3, 2] as const, [80, 50] as const)
  .chain(([longestBound, longestTick]) =>
    fc.record({
      tree: treeArbitrary(longestBound),
      happenings: fc.array(happeningArbitrary(longestTick), { maxLength: 16 }),
    }),
  );

const compiled = (tree: Tree): Formulas => {
  const object = parseObject(
    `policy object hist : Temporal { config = { atoms : ["p", "q"], formulas : { "f" : "${textOf(tree)}" }, pool_size : 1 } }`,
  );
  expect(checkTemporal(object)).toEqual([]);
  return temporalOf(object);
};

/** The same answers as `meaningOf`, out of memory alone. */
const answersOf = (formulas: Formulas, happenings: readonly Happening[]): readonly boolean[] => {
  const formula = formulas.formulas.get('f') ?? { name: 'f', code: [] };
  let memory = emptyMemory(formulas);
  return [
    holdsNow(formula, memory),
    ...happenings.map((one) => {
      const held = one.kind === 'step' ? one.atoms : [];
      const bits = atoms.reduce((sum, name, bit) => sum + (held.includes(name) ? 1 << bit : 0), 0);
      memory =
        one.kind === 'step'
          ? afterStep(formulas, memory, [bits])
          : afterTicks(formulas, memory, one.by);
      expect(memory).toHaveLength(formulas.words);
      return holdsNow(formula, memory);
    }),
  ];
};

type Change = (instruction: readonly number[]) => readonly number[];

/** The formulas with every instruction changed. */
const broken = (formulas: Formulas, change: Change): Formulas => ({
  ...formulas,
  formulas: new Map(
    [...formulas.formulas].map(([name, formula]) => {
      const code = Array.from({ length: formula.code.length / stride }, (_, index) =>
        change(formula.code.slice(index * stride, (index + 1) * stride)),
      );
      return [name, { ...formula, code: code.flat() }] as const;
    }),
  ),
});

interface Counts {
  held: number;
  not: number;
  readonly operations: Map<number, number>;
}

const count = ({ operations: seen }: Counts, { formulas }: Formulas): void => {
  for (const { code } of formulas.values()) {
    const kinds = code.filter((_, index) => index % stride === 0);
    for (const kind of new Set(kinds)) seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
};

const tryAll = (change: Change): Counts => {
  const counts: Counts = { held: 0, not: 0, operations: new Map() };
  const property = fc.property(caseArbitrary, ({ tree, happenings }) => {
    const formulas = compiled(tree);
    const meaning = meaningOf(tree, happenings);
    expect(answersOf(broken(formulas, change), happenings)).toEqual(meaning);
    count(counts, formulas);
    for (const holds of meaning) counts[holds ? 'held' : 'not'] += 1;
  });
  fc.assert(property, runs);
  return counts;
};

const only =
  (operation: number, change: Change): Change =>
  (instruction) =>
    instruction[0] === operation ? change(instruction) : instruction;

/** An instruction with some of its words changed. */
const withWords =
  (change: Readonly<Record<number, (word: number) => number>>): Change =>
  (instruction) =>
    instruction.map((word, index) => change[index]?.(word) ?? word);

describe('formulas of a Temporal', () => {
  it('come out of memory as they mean over the whole history [KSS-1]', () => {
    const { held, not, operations: seen } = tryAll((instruction) => instruction);

    expect(Math.min(held, not)).toBeGreaterThan(20_000);
    expect(Math.min(...Object.values(operations).map((one) => seen.get(one) ?? 0))).toBeGreaterThan(
      300,
    );
  });

  it.each([
    ['and is or', only(operations.and, withWords({ 0: () => operations.or }))],
    ['or is and', only(operations.or, withWords({ 0: () => operations.and }))],
    [
      'since has its sides the other way round',
      only(operations.sinceOpen, ([kind = 0, left = 0, right = 0, ...rest]) => [
        kind,
        right,
        left,
        ...rest,
      ]),
    ],
    [
      'the youngest stands for the oldest',
      only(operations.sinceOpen, withWords({ 0: () => operations.sinceRecent })),
    ],
    [
      'the oldest stands for the youngest',
      only(operations.sinceRecent, withWords({ 0: () => operations.sinceOpen })),
    ],
    [
      'a recent one is remembered a tick longer',
      only(operations.sinceRecent, withWords({ 5: (to) => to + 1 })),
    ],
    [
      'a window begins a tick earlier',
      only(operations.sinceWindow, withWords({ 4: (from) => from - 1 })),
    ],
    [
      'a window ends a tick earlier',
      only(operations.sinceWindow, withWords({ 5: (to) => to - 1 })),
    ],
    ['previously has no end', only(operations.previously, withWords({ 5: () => noEnd }))],
    ['previously begins now', only(operations.previously, withWords({ 4: () => 0 }))],
  ])('are found to be wrong where %s [GATE-1]', (_, change) => {
    expect(() => tryAll(change)).toThrow('Property failed');
  });
});
