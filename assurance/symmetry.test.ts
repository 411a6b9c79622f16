import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';
import { exploreSolution } from './explore-solution.ts';
import type { Exploration } from './explore-solution.ts';
import { handingProgram, handingSolution } from './test-handing.ts';

/** Clients of one class and one server, all most general. */
const solutionOf = (clients: number, policy: string): Solution => {
  const names = Array.from({ length: clients }, (_, index) => `client${String(index)}`);
  return solutionWith(`execute { grant () }\n${policy}`, {
    'init.yaml': `entities:\n${names
      .map((name) => `- {name: t.Client, task: ${name}, connections: [{target: server, id: s}]}\n`)
      .join('')}- {name: t.Server, task: server}\n`,
    'objectives.yaml': `objectives:
- {name: no-direct-note, text: never, never: request endpoint=direct method=Note}
- {name: no-answer, text: never, never: response endpoint=impl.ping method=Ping}
`,
  });
};

const explored = (solution: Solution, symmetry?: 'none'): Exploration =>
  exploreSolution(solution, {
    untrusted: [],
    objectives: solution.objectives,
    states: 100_000,
    services: false,
    ...(symmetry === undefined ? {} : { symmetry }),
  });

/** What the two must agree in. */
const promised = ({ violations, verdicts, coverage, reasons }: Exploration) => ({
  violations: violations.map(({ property, trace }) => [property, trace.length]).sort(),
  verdicts: verdicts.map(({ event, granted, denied }) => [event, granted > 0, denied > 0]),
  coverage,
  reasons,
});

/** Each client may note, once it has pinged. */
const gate = `policy object gate : Flow { type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"], "open" : ["open"] } } }
execute dst=t.Client { gate.init { sid : dst_sid } }
request endpoint=impl.ping method=Ping { gate.enter { sid : src_sid, state : "open" } }
request endpoint=direct method=Note { gate.allow { sid : src_sid, states : ["open"] } }
response endpoint=impl.ping method=Ping { grant () }
`;

describe('symmetric', () => {
  it.each([2, 3])(
    'comes to the same with fewer states where %i clients can change places [OBJ-2] [OBJ-3]',
    (clients) => {
      const solution = solutionOf(clients, gate);
      const [one, other] = [explored(solution), explored(solution, 'none')];

      expect(promised(one)).toEqual(promised(other));
      expect(one.exchanged).toEqual([
        Array.from({ length: clients }, (_, index) => `client${String(index)}`),
      ]);
      expect(other.exchanged).toEqual([]);
      expect(one.explored.states).toBeLessThan(other.explored.states / (clients - 0.5));
      expect(one.explored.depth).toBe(other.explored.depth);
      expect(one.violations.map(({ property }) => property).sort()).toEqual([
        'no-answer',
        'no-direct-note',
      ]);
    },
  );

  it.each([
    [
      'an SID of its own has a rule',
      `request method=Ping { assert (src_sid == 3) }
       request method=Note { grant () } response { grant () }`,
    ],
    [
      'SIDs are compared by their order',
      `request endpoint=impl.ping method=Ping { assert (src_sid < 4) } response { grant () }`,
    ],
  ])('does not take for one what only looks alike: %s [OBJ-2] [GATE-1]', (_, policy) => {
    const solution = solutionOf(2, policy);
    const [one, other] = [explored(solution), explored(solution, 'none')];

    expect(one.exchanged).toEqual([]);
    expect(one.explored).toEqual(other.explored);
    expect(promised(one)).toEqual(promised(other));
  });

  it('exchanges some members of a large group, and tells which [OBJ-2]', () => {
    const policy = 'request { deny () }';
    const [one, other] = [explored(solutionOf(5, policy)), explored(solutionOf(5, policy), 'none')];

    expect(one.exchanged).toEqual([['client0', 'client1', 'client2', 'client3']]);
    expect(promised(one)).toEqual(promised(other));
  });

  it('does not exchange processes of which one has a program, or a server [OBJ-2]', () => {
    const solution = solutionWith('execute { grant () }', {
      'init.yaml': `entities:
- {name: t.Client, task: one, connections: [{target: server, id: s}]}
- {name: t.Client, task: two, connections: [{target: server, id: s}, {target: three, id: t}]}
- {name: t.Server, task: server}
- {name: t.Server, task: three}
`,
    });

    expect(explored(solution).exchanged).toEqual([]);
  });

  /** Two clients, and a server that hands out handles to its object and takes what it is handed. */
  const handing = (take: string, give = 'grant ()'): Solution =>
    handingSolution(
      `request dst=t.Server endpoint=hand { match method=Give { ${give} } match method=Take { ${take} } }
response src=t.Server method=Give { grant () }
response src=t.Server method=Take { grant () }`,
      handingProgram({}),
      {
        'init.yaml': `entities:
- {name: t.Client, task: client0, connections: [{target: server, id: s}]}
- {name: t.Client, task: client1, connections: [{target: server, id: s}]}
- {name: t.Server, task: server}
`,
        'objectives.yaml': `objectives:
- {name: never-taken, text: never, never: request endpoint=hand method=Take}
- {name: never-direct, text: never, never: request endpoint=direct}
`,
      },
    );

  it('exchanges clients that use the handles that they were given [OBJ-2]', () => {
    const solution = handing('file.allow { sid : message.handle.handle, states : ["shut"] }');
    const [one, other] = [explored(solution), explored(solution, 'none')];

    expect(one.exchanged).toEqual([['client0', 'client1']]);
    expect(one.violations.map(({ property }) => property)).toEqual(['never-taken']);
    expect(one.explored.states).toBeLessThan(other.explored.states);
    expect(promised(one)).toEqual(promised(other));
  });

  it('does not take for one what a policy tells apart by the handles that are given away [OBJ-2] [GATE-1]', () => {
    // The SID of the first client's channel.
    const solution = handing('assert (message.handle.handle == 6)', 'deny ()');
    const [one, other] = [explored(solution), explored(solution, 'none')];

    expect(one.exchanged).toEqual([]);
    expect(one.explored).toEqual(other.explored);
    expect(promised(one)).toEqual(promised(other));
  });
});
