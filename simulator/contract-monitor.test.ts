import { describe, expect, it } from 'vitest';
import { solutionWith } from '../kss/test-solution.ts';
import { runSolution } from './run.ts';

/** The client calls with some value, twice; its contract begins with one call. */
const brokenBy = (value: string, contract: string): readonly string[] => {
  const solution = solutionWith('execute { grant () } request { grant () } response { grant () }', {
    'programs.yaml': `programs:
- process: client
  initial: calling
  states:
    calling:
      do: "call server : impl.ping.Ping { value : ${value} }"
      on: [{on: any, next: again}]
    again:
      do: "call server : impl.ping.Note"
contracts:
- process: client
  initial: first
  states:
    first:
      do: "${contract}"
      on: [{on: any, next: second}]
    second:
      do: "call server : impl.ping.Note"
`,
  });
  return [...runSolution(solution, { seed: 1, steps: 30 }).steps].flatMap(({ broken }) => broken);
};

describe('contractMonitor', () => {
  it('is silent where a program keeps to its contract [SIM-1]', () => {
    expect(brokenBy('3', 'call server : impl.ping.Ping { value : 3 }')).toEqual([]);
  });

  it('leaves free what a step of the contract does not give, and takes what is omitted for its default [SIM-1]', () => {
    expect(brokenBy('3', 'call server : impl.ping.Ping')).toEqual([]);
    expect(brokenBy('0', 'call server : impl.ping.Ping { value : 0 }')).toEqual([]);
  });

  it.each([
    ['another value', 'call server : impl.ping.Ping { value : 4 }'],
    ['another method', 'call server : direct.Ping'],
  ])(
    'tells, once, that a program does what its contract does not allow: %s [SIM-1] [GATE-1]',
    (_, contract) => {
      expect(brokenBy('3', contract)).toEqual([
        'client does what its contract does not allow: calls server impl.ping.Ping { value : 3 }',
      ]);
    },
  );

  it('allows nothing by a step of the contract whose values cannot be evaluated [SIM-1] [GATE-1]', () => {
    const step = 'do: "call server : impl.ping.Ping { value : kept.limit }"';
    const solution = solutionWith('execute { grant () } request { grant () }', {
      'programs.yaml': `programs:
- process: client
  initial: calling
  states: {calling: {do: "call server : impl.ping.Ping { value : 3 }"}}
contracts:
- process: client
  initial: first
  states:
    first: {${step}, on: [{on: response, keep: {limit: message.result}, next: first}]}
`,
    });

    const steps = [...runSolution(solution, { seed: 1, steps: 30 }).steps];

    expect(steps.flatMap(({ broken }) => broken)).toEqual([
      'client does what its contract does not allow: calls server impl.ping.Ping { value : 3 }',
    ]);
  });
});
