import * as fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSolution } from '../../library/node/read-solution.ts';
import { exampleFiles } from '../../examples/embedded.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { compile } from '../../kss/compiled/compile.ts';
import { interpret } from '../../kss/interpreter.ts';
import { loadSolutions } from '../../library/load-solution.ts';
import { load } from '../../solution/load.ts';
import type { Solution } from '../../solution/solution.ts';
import { loadPolicy, policies } from '../policies/policy.ts';
import { combinations, compareExhaustively } from './exhaustive.ts';
import type { Exhaustive } from './exhaustive.ts';
import { withConstantsSwapped } from './swap-constants.ts';

/** Combinations of values of one slot, between two parties: above it they are spread, and counted. */
const most = 64;

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url));

const solutionsIn = (path: string): readonly Solution[] => {
  const found = readSolution({ solution: `${corpus}${path}`, include: [], definitions: new Map() });
  if (found.kind === 'unreadable') throw new Error(`${path} is not readable`);
  return loadSolutions(found.input).flatMap(({ solution }) =>
    solution === undefined ? [] : [solution],
  );
};

const below = (directory: string): readonly string[] =>
  readdirSync(`${corpus}${directory}`).map((name) => `${directory}/${name}`);

const paths = [
  'section-13',
  'section-19',
  ...['layouts', 'section-18', 'independent'].flatMap(below),
];

const exampleOf = (name: string): Solution => {
  const files = exampleFiles.get(name) ?? new Map<string, string>();
  const { solution } = load({ name, files }, catalogue);
  if (solution === undefined) throw new Error(`the example ${name} does not load`);
  return solution;
};

const compared = (solution: Solution): Exhaustive =>
  compareExhaustively(solution, interpret(solution), compile(solution).module, most);

describe('interpreter and compiled engine', () => {
  it.each([...exampleFiles.keys()])('agree on every slot of the example %s [KSS-3]', (name) => {
    const { difference, events, granted } = compared(exampleOf(name));

    expect(difference).toBeUndefined();
    expect(events).toBeGreaterThan(1000);
    expect(granted).toBeGreaterThan(100);
  });

  it.each(paths)('agree on every slot of the solutions of corpus/%s [KSS-3]', (path) => {
    const results = solutionsIn(path).map(compared);

    expect(results.length).toBeGreaterThan(0);
    expect(results.map(({ difference }) => difference)).toEqual(results.map(() => undefined));
    expect(Math.min(...results.map(({ granted }) => granted))).toBeGreaterThan(100);
  });

  it('agree on every slot of generated policies [KSS-3]', () => {
    fc.assert(
      fc.property(policies(), (policy) => {
        expect(compared(loadPolicy(policy, catalogue)).difference).toBeUndefined();
      }),
      { seed: 1, numRuns: 6 },
    );
  });
});

describe('compareExhaustively', () => {
  it('finds a constant exchanged for another in the example [KSS-3] [GATE-1]', () => {
    const solution = exampleOf('railway-crossing');
    const wrong = interpret(withConstantsSwapped(solution));

    expect(
      compareExhaustively(solution, interpret(solution), wrong, most).difference,
    ).toBeDefined();
  });

  it('tries every combination where they are few, and says so where they are too many [KSS-3]', () => {
    const parameters = [
      ['a', [1n, 2n]],
      ['b', [1n, 2n, 3n]],
    ] as const;
    const texts = ({ messages }: ReturnType<typeof combinations>): readonly string[] =>
      messages.map(({ fields }) => [...fields.values()].map(String).join(''));

    expect(texts(combinations(parameters, 6))).toEqual(['11', '21', '12', '22', '13', '23']);
    expect(texts(combinations(parameters, 4))).toEqual(['11', '22', '13', '21']);
    expect(combinations(parameters, 4).all).toBe(6);
  });
});
