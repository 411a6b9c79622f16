import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Solution } from '../../solution/solution.ts';
import { caseOf, quick } from '../../properties/generate/finite-policy.ts';
import { tableOf } from '../witness/assign.ts';
import type { Solve } from '../witness/search.ts';
import type { Outcome } from '../witness/outcome.ts';
import { finiteSolution, ofClient, tryEverything, forgetful } from '../witness/test-finite.ts';
import { coverOf } from './condition.ts';
import { differencesOf } from './differences.ts';

/** Slots and changes that some event shows, after events that both grant: by trying every one. */
const changesByTrying = (a: Solution, b: Solution, method: string): ReadonlySet<string> => {
  const changes = new Set<string>();
  tryEverything([a, b], method, ({ slot, judgements: [inA, inB] }) => {
    if (inA === undefined || inB === undefined) return;
    if (inA.verdict.kind !== inB.verdict.kind) changes.add(`${slot.id} ${inB.verdict.kind}`);
  });
  return changes;
};

/** A policy, and the same with one thing in it changed, or one of its own. */
const pairs = fc.constantFrom(...quick).chain((method) =>
  fc
    .tuple(
      caseOf(method),
      caseOf(method),
      fc.constantFrom('<', '&&', '3', 'state : "open"', '', '', '', ''),
    )
    .map(([one, other, changed]) => {
      const changes: Readonly<Record<string, string>> = {
        '<': '<=',
        '&&': '||',
        '3': '4',
        'state : "open"': 'state : "shut"',
      };
      const by = changes[changed];
      const policy = ofClient(one.policy);
      const second =
        by === undefined ? ofClient(other.policy) : policy.replaceAll(` ${changed} `, ` ${by} `);
      return { method, policy, second };
    }),
);

const compared = (
  { method, policy, second }: { method: string; policy: string; second: string },
  solve: Solve = tableOf,
) => {
  const [a, b] = [finiteSolution(policy), finiteSolution(second)];
  const { differences, reasons } = differencesOf(a, b, { solve });
  const found = new Set(differences.map(({ slot, change }) => `${slot.id} ${change}`));
  return { found, tried: changesByTrying(a, b, method), reasons };
};

/** Are the differences found those that trying finds; all of them, where nothing is unknown? */
const isExact = (...given: Parameters<typeof compared>): boolean => {
  const { found, tried, reasons } = compared(...given);
  return (
    [...found].every((one) => tried.has(one)) && (reasons.length > 0 || found.size === tried.size)
  );
};

const outcomes = fc.constantFrom<Outcome[]>('true', 'false', 'failed', 'unasked');

describe('differencesOf', () => {
  it('finds exactly the slots and changes that trying every event finds [POL-3]', () => {
    fc.assert(
      fc.property(pairs, (pair) => {
        expect(isExact(pair)).toBe(true);
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('often has something to find, and often knows that it has found all [POL-3]', () => {
    const samples = fc.sample(pairs, { numRuns: 60, seed: 5 }).map((pair) => compared(pair));

    expect(samples.filter(({ found }) => found.size > 0).length).toBeGreaterThan(20);
    expect(samples.filter(({ reasons }) => reasons.length === 0).length).toBeGreaterThan(30);
    expect(samples.filter(({ found, reasons }) => found.size === 0 && reasons.length === 0).length).toBeGreaterThan(3); // prettier-ignore
  });

  it('is found out where it forgets an assignment [POL-3]', () => {
    const found = fc.check(
      fc.property(pairs, (pair) => isExact(pair, forgetful)),
      { numRuns: 200, seed: 5 },
    );

    expect(found.failed).toBe(true);
  });
});

describe('coverOf', () => {
  it('holds for all that differ, and for nothing else [POL-3]', () => {
    const rows = fc.uniqueArray(fc.array(outcomes, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 20,
      selector: (row) => row.join(),
    });
    fc.assert(
      fc.property(rows, fc.nat(), (all, cut) => {
        const items = all.slice(0, cut % all.length);
        const others = all.slice(cut % all.length);

        const cubes = coverOf(
          items,
          (row) => row,
          others,
          () => [0, 1, 2, 3],
        ).map(({ cube }) => cube);

        const holds = (row: readonly Outcome[]): boolean =>
          cubes.some((cube) => [...cube].every(([number, one]) => row[number] === one));
        expect(items.every(holds)).toBe(true);
        expect(others.some(holds)).toBe(false);
        expect(cubes.length).toBeLessThanOrEqual(items.length);
      }),
    );
  });
});
