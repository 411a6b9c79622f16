import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';
import { exploreSolution } from './explore-solution.ts';
import type { Exploration } from './explore-solution.ts';
import { handingProgram, handingSolution } from './test-handing.ts';

const contractOf = (step: string): string => `contracts:
- process: client
  initial: calling
  states:
    calling:
      do: "${step}"
      on:
      - {on: response, when: message.result == 9, next: done}
    done: {}
`;

/** Small values are granted, great ones against the objective. */
const solutionOf = (programs: string): Solution =>
  solutionWith(
    `execute { grant () }
request dst=t.Server endpoint=impl.ping method=Ping { assert (message.value < 100) }
request dst=t.Server endpoint=direct { grant () }
response { grant () }`,
    {
      'programs.yaml': programs,
      'objectives.yaml': `objectives:
- {name: never-direct, text: never, untrusted: [client], never: request endpoint=direct}
`,
    },
  );

const explored = (
  programs: string,
  untrusted: 'trusted' | 'untrusted' = 'untrusted',
): Exploration => {
  const solution = solutionOf(programs);
  return exploreSolution(solution, {
    untrusted: solution.processes.flatMap(({ id, name }) =>
      name === 'client' && untrusted === 'untrusted' ? [id] : [],
    ),
    objectives: solution.objectives,
    states: 5000,
    services: false,
  });
};

const violated = ({ violations }: Exploration): readonly string[] =>
  violations.map(({ property }) => property);

describe('boundBy', () => {
  it('does nothing that the contract does not allow, and is told as bound [OBJ-1]', () => {
    const found = explored(contractOf('call server : impl.ping.Ping'));

    expect(violated(found)).toEqual([]);
    expect([found.bound, found.mostGeneral, found.programmed]).toEqual([
      ['client'],
      ['server'],
      [],
    ]);
    expect(found.reasons).toEqual([]);
  });

  it('does what it likes without a contract [OBJ-1] [GATE-1]', () => {
    const found = explored('programs: []');

    expect(violated(found)).toEqual(['never-direct']);
    expect(found.mostGeneral).toEqual(['client', 'server']);
  });

  it('says every message of the alphabet that has the values which a step gives [OBJ-1]', () => {
    const requests = (step: string) => {
      const { verdicts } = explored(contractOf(step));
      return verdicts.find(({ event }) => event === 'request');
    };

    expect(requests('call server : impl.ping.Ping { value : 7 }')).toMatchObject({ denied: 0 });
    expect(requests('call server : impl.ping.Ping { value : 700 }')).toMatchObject({ granted: 0 });
    expect(requests('call server : impl.ping.Ping')).toMatchObject({
      granted: expect.any(Number),
      denied: expect.any(Number),
    });
  });

  it('holds a trusted program to its contract, by a shortest trace [OBJ-3] [GATE-1]', () => {
    const program = `programs:
- process: client
  initial: calling
  states:
    calling:
      do: "call server : impl.ping.Ping { value : 5 }"
      on: [{on: response, when: message.result == 9, next: done}]
    done: {}
`;
    const kept = explored(`${program}${contractOf('call server : impl.ping.Ping')}`, 'trusted');
    const broken = explored(
      `${program}${contractOf('call server : impl.ping.Ping { value : 6 }')}`,
      'trusted',
    );

    expect([kept.programmed, violated(kept)]).toEqual([['client'], []]);
    expect(broken.violations.map(({ property, trace }) => [property, trace.length])).toEqual([
      ['contract of client', 1],
    ]);
  });

  it('tells of a step whose values are no constants [OBJ-1]', () => {
    const found = explored(contractOf('call server : impl.ping.Ping { value : message.result }'));

    expect(found.reasons).toContainEqual(
      expect.stringMatching(
        /contract of client: it gives a parameter otherwise than as constants$/u,
      ),
    );
  });

  /** The client asks for a handle to an object that can be called, keeps it, and makes one step more, against an objective. */
  const afterGiven = (step: string, rules: string, never: string): Exploration => {
    const contract = `contracts:
- process: client
  initial: asking
  states:
    asking:
      do: "call server : hand.Give"
      on: [{on: response, keep: {given: message.handle}, next: given}]
    given:
      do: "${step}"
`;
    const solution = handingSolution(
      `request dst=t.Server { match endpoint=hand method=Give { grant () } ${rules} }
response { grant () }`,
      `${handingProgram({ isCallable: true })}${contract}`,
      {
        'objectives.yaml': `objectives:\n- {name: never, text: never, never: request ${never}}\n`,
      },
    );
    return exploreSolution(solution, {
      untrusted: [],
      objectives: solution.objectives,
      states: 5000,
      services: false,
    });
  };

  it('calls over a handle that it was given and has kept, and no other, as the contract says [OBJ-1]', () => {
    const found = (step: string): Exploration =>
      afterGiven(
        step,
        'match endpoint=direct method=Ping { assert (message.value == 7) }',
        'endpoint=direct method=Ping',
      );

    expect(violated(found('call kept.given : Ping { value : 7 }'))).toEqual(['never']);
    expect(violated(found('call kept.given : direct.Ping { value : 7 }'))).toEqual(['never']);
    expect(violated(found('call kept.given : Ping { value : 8 }'))).toEqual([]);
    expect(violated(found('call kept.given : Note'))).toEqual([]);
    expect(found('call kept.given : Note').reasons).toEqual([]);
  });

  it('puts a handle that it has kept where the contract says so, and that is no reason [OBJ-1]', () => {
    const found = afterGiven(
      'call server : hand.Take { handle : kept.given }',
      `match endpoint=hand method=Take {
    file.allow { sid : message.handle.handle, states : ["shut"] } assert (message.number == 3) }`,
      'endpoint=hand method=Take',
    );

    expect([violated(found), found.reasons]).toEqual([['never'], []]);
  });

  it('calls the services of the kernel that the contract names, and no others [OBJ-1] [IPC-3]', () => {
    const { coverage, reasons } = explored(contractOf('call kernel : task.Task.GetName'));

    expect(coverage.services).toEqual(['task.Task.GetName: denied request']);
    expect(reasons).toEqual([
      'services of the kernel: they test more of their messages than policy and programs do',
    ]);
  });
});
