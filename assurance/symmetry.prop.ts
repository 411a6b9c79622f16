import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at } from '../model/defect.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { finiteFiles } from '../kss/witness/test-finite.ts';
import { caseOf, quick } from '../properties/generate/finite-policy.ts';
import type { Solution } from '../solution/solution.ts';
import { exploreSolution } from './explore-solution.ts';
import type { ExploreOptions, Exploration } from './explore-solution.ts';
import { symmetric } from './symmetry.ts';

/** Rules that tell clients apart, and one that does not. */
const partial = fc.constantFrom(
  'grant ()',
  'assert (src_sid == 3)',
  'assert (src_sid == 4)',
  'assert (src_sid < 4)',
  'deny (src_sid > 4)',
  'gate.enter { sid : src_sid, state : "open" }',
);

interface Tested {
  readonly clients: number;
  readonly policy: string;
}

/** Two or three clients under a policy that may tell them apart or not. */
const testing: fc.Arbitrary<Tested> = fc
  .constantFrom(...quick.filter((method) => method !== 'List'))
  .chain((method) =>
    fc.record({
      clients: fc.integer({ min: 2, max: 3 }),
      one: caseOf(method),
      rules: fc.array(partial, { minLength: 1, maxLength: 2 }),
    }),
  )
  .map(({ clients, one, rules }) => ({
    clients,
    policy: `${one.policy.replace('pool_size : 2', 'pool_size : 4')}
execute src=kl.core.Core { grant () }
request dst=t.Server endpoint=direct method=Note { ${rules.join(' ')} }
response src=t.Server { grant () }`,
  }));

const solutionOf = ({ clients, policy }: Tested): Solution => {
  const entries = Array.from(
    { length: clients },
    (_, index) =>
      `- {name: t.Client, task: client${String(index)}, connections: [{target: server, id: s}]}\n`,
  );
  return solutionWith(policy, {
    ...finiteFiles,
    'init.yaml': `entities:\n${entries.join('')}- {name: t.Server, task: server}\n`,
    'objectives.yaml': `objectives:
- {name: no-note, text: never, never: request endpoint=direct method=Note}
- {name: no-request, text: never, never: request endpoint=finite}
- {name: no-answer, text: never, never: response endpoint=direct method=Note}
`,
    'programs.yaml': `programs:
- process: server
  initial: open
  states:
    open:
      do: recv
      on: [{on: request, next: answering}]
    answering:
      do: reply {}
      on: [{on: any, next: open}]
`,
  });
};

const exploredWith = (
  solution: Solution,
  symmetry?: ExploreOptions['symmetry'],
  objectives = solution.objectives,
): Exploration =>
  exploreSolution(solution, {
    untrusted: [],
    objectives,
    states: 20_000,
    services: false,
    ...(symmetry === undefined ? {} : { symmetry }),
  });

/** All that a search promises: violations and their lengths, what was judged and reached, and how complete it is. */
const promised = ({ violations, verdicts, judged, coverage, reasons, explored }: Exploration) => ({
  violations: violations.map(({ property, trace }) => [property, trace.length]).sort(),
  verdicts: verdicts.map(({ event, granted, denied }) => [event, granted > 0, denied > 0]),
  judged: [...judged].map(([name, count]) => [name, count > 0]),
  coverage,
  reasons,
  complete: explored.complete,
  depth: explored.depth,
});

/** What searches with and without symmetry come to, with monitors and without. */
const bothOf = (tested: Tested, symmetry?: typeof symmetric) => {
  const solution = solutionOf(tested);
  const [one, other] = [exploredWith(solution, symmetry, []), exploredWith(solution, 'none', [])];
  const [watched, plain] = [exploredWith(solution, symmetry), exploredWith(solution, 'none')];
  return {
    isJoined: one.exchanged.length > 0,
    fewer: one.explored.states < other.explored.states,
    joined: [promised(one), promised(watched).violations],
    apart: [promised(other), promised(plain).violations],
  };
};

/** Takes for granted that processes are interchangeable: a state for the least of the permuted worlds. */
const trusting: typeof symmetric = (simulation, counted, permutations) => {
  const { space } = symmetric(simulation, counted, permutations);
  return {
    isSymmetric: () => true,
    space: {
      ...space,
      offers: ({ worlds }) => simulation.offers(at(worlds, 0)),
      components: space.components.slice(0, space.components.length / permutations.length),
    },
  };
};

const runs = { seed: 21, numRuns: 24 };

describe('searches up to exchanged processes', () => {
  it('come to what searches of every state come to, over policies at random [OBJ-2] [OBJ-3]', () => {
    const counts = { joined: 0, apart: 0, fewer: 0 };

    fc.assert(
      fc.property(testing, (tested) => {
        const { isJoined, fewer, joined, apart } = bothOf(tested);
        counts[isJoined ? 'joined' : 'apart'] += 1;
        counts.fewer += fewer ? 1 : 0;
        expect(joined).toEqual(apart);
      }),
      runs,
    );

    // Both kinds of policies were drawn: those that tell clients apart, and those that do not.
    expect(Math.min(counts.joined, counts.apart)).toBeGreaterThan(5);
    expect(counts.fewer).toBe(counts.joined);
  });

  it('are found out where they join states that are not alike [OBJ-2] [GATE-1]', () => {
    const { failed } = fc.check(
      fc.property(testing, (tested) => {
        const { joined, apart } = bothOf(tested, trusting);
        expect(joined).toEqual(apart);
      }),
      { ...runs, endOnFailure: true },
    );

    expect(failed).toBe(true);
  });
});
