import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';
import { exploreSolution } from './explore-solution.ts';
import type { Exploration } from './explore-solution.ts';

const starting = 'execute { grant () }';

/** A client and a server, both most general, under a policy and objectives. */
const systemOf = (policy: string, objectives: readonly (readonly [string, string])[]): Solution =>
  solutionWith(policy, {
    'objectives.yaml': `objectives:\n${objectives
      .map(([name, never]) => `- name: ${name}\n  text: ${name}\n  never: ${never}\n`)
      .join('')}`,
  });

const exploredOf = (solution: Solution, states = 10_000): Exploration =>
  exploreSolution(solution, {
    untrusted: [],
    objectives: solution.objectives,
    states,
    services: false,
  });

const violated = ({ violations }: Exploration): readonly (readonly [string, number])[] =>
  violations.map(({ property, trace }) => [property, trace.length]);

const noNote = ['no-note', 'request dst=t.Server endpoint=impl.ping method=Note'] as const;

describe('exploreSolution', () => {
  it('finds an objective that the policy keeps unviolated, and counts what was tried [OBJ-2]', () => {
    const found = exploredOf(systemOf(starting, [noNote]));

    expect(violated(found)).toEqual([]);
    expect(found.judged.get('no-note')).toBeGreaterThan(0);
    expect(found.verdicts).toContainEqual({ event: 'execute', granted: 4, denied: 0 });
  });

  it('tells a shortest trace to an event that is granted against an objective [OBJ-3] [GATE-1]', () => {
    const found = exploredOf(systemOf(`${starting} request { grant () }`, [noNote]));

    expect(violated(found)).toEqual([['no-note', 1]]);
    expect(found.violations[0]?.why).toMatch(/^granted: request/);
  });

  it('takes an event that is granted while the system boots for a violation of no steps [OBJ-3]', () => {
    const found = exploredOf(systemOf(starting, [['server-never-starts', 'execute dst=t.Server']]));

    expect(violated(found)).toEqual([['server-never-starts', 0]]);
  });

  it('calls an objective whose event is never tried untried: judged 0 times [OBJ-2]', () => {
    const found = exploredOf(
      systemOf(`${starting} request { grant () }`, [
        ['nobody-calls-the-client', 'request src=t.Server dst=t.Client'],
      ]),
    );

    expect(violated(found)).toEqual([]);
    expect(found.judged).toEqual(new Map([['nobody-calls-the-client', 0]]));
  });

  it('finds a violation that lies beyond the violation of another objective [OBJ-3]', () => {
    const policy = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["open"] } }
}
execute { grant () }
execute dst=t.Server { gate.init { sid : dst_sid } }
request endpoint=impl.ping method=Ping { gate.enter { sid : dst_sid, state : "open" } }
request endpoint=impl.ping method=Note { gate.allow { sid : dst_sid, states : ["open"] } }
response { grant () }
`;
    const found = exploredOf(
      systemOf(policy, [
        noNote,
        ['no-ping', 'request dst=t.Server endpoint=impl.ping method=Ping'],
      ]),
    );

    expect(violated(found)).toEqual([
      ['no-ping', 1],
      ['no-note', 4],
    ]);
  });

  it('tells the shortest trace though it leads through the violation of another objective [OBJ-3]', () => {
    const policy = `policy object gate : Flow {
    type State = "shut" | "half" | "open"
    config = { states : ["shut", "half", "open"], initial : "shut",
               transitions : { "shut" : ["half", "open"], "half" : ["open"], "open" : ["open"] } }
}
execute { grant () }
execute dst=t.Server { gate.init { sid : dst_sid } }
request endpoint=impl.ping method=Ping { gate.enter { sid : dst_sid, state : "open" } }
request endpoint=direct method=Ping {
    choice (gate.query { sid : dst_sid }) {
        "shut" : gate.enter { sid : dst_sid, state : "half" }
        "half" : gate.enter { sid : dst_sid, state : "open" }
        "open" : deny ()
    }
}
request endpoint=impl.ping method=Note { gate.allow { sid : dst_sid, states : ["open"] } }
response { grant () }
`;
    const found = exploredOf(
      systemOf(policy, [
        noNote,
        ['no-ping', 'request dst=t.Server endpoint=impl.ping method=Ping'],
      ]),
    );

    expect(violated(found)).toEqual([
      ['no-ping', 1],
      ['no-note', 4],
    ]);
  });

  /** A giver has a channel to a vault, and one to a taker, which has none. */
  const passing = (rule: string): Exploration =>
    exploredOf(
      solutionWith(
        `use EDL t.Taker
execute { grant () }
request dst=t.Taker endpoint=hand method=Take { ${rule} }
request src=t.Taker dst=t.Server endpoint=impl.ping method=Note { grant () }
response src=t.Server { grant () }
`,
        {
          't/Hand.idl': 'package t.Hand\ninterface { Take(in Handle handle); }\n',
          't/Taker.edl': 'task class t.Taker\nendpoints { hand : t.Hand }\n',
          'init.yaml': `entities:
- name: t.Client
  task: giver
  connections: [{target: vault, id: vault}, {target: taker, id: taker}]
- {name: t.Server, task: vault}
- {name: t.Taker, task: taker}
`,
          'objectives.yaml': `objectives:
- {name: taker-is-shut-out, text: shut out, never: request src=t.Taker dst=t.Server}
- {name: taker-is-not-told, text: not told, never: response src=t.Server dst=t.Taker}
`,
        },
      ),
    );

  it('finds what a process does by a channel that another has passed on to it [OBJ-3] [GATE-1]', () => {
    expect(violated(passing('grant ()'))).toEqual([
      ['taker-is-shut-out', 3],
      ['taker-is-not-told', 5],
    ]);
  });

  it('finds that a policy keeps channels from being passed on, by what they are good for [OBJ-2]', () => {
    const found = passing('assert (message.handle.rights & 0x10000 == 0)');

    expect([violated(found), found.explored.complete]).toEqual([[], true]);
  });
});
