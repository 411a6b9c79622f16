import { describe, expect, it } from 'vitest';
import { exploring } from '../kernel/kernel.ts';
import { makeMicro } from '../kernel/micro/micro.ts';
import { interpret } from '../kss/interpreter.ts';
import { solutionWith } from '../kss/test-solution.ts';
import type { Solution } from '../solution/solution.ts';
import { digestFiles, digestState, digestText } from './digest.ts';
import { randomStream } from './random.ts';
import { runSolution } from './run.ts';
import { eventLine, stepLine } from './trace.ts';
import { stepWords, tellIntent } from './step-words.ts';

const programs = `programs:
- process: client
  initial: asking
  states:
    asking:
      do:
      - "call server : impl.ping.Ping { value : 7 }"
      - "call server : impl.ping.Note {}"
`;

const open = 'execute { grant () } request { grant () } response { grant () }';

const systemOf = (policy: string): Solution => solutionWith(policy, { 'programs.yaml': programs });

const linesOf = (solution: Solution, seed: number, steps: number) =>
  [...runSolution(solution, { seed, steps }).steps].map((step) =>
    stepLine(step.n, step, step.state),
  );

const wordsOf = (solution: Solution, seed: number, steps: number): readonly string[] =>
  [...runSolution(solution, { seed, steps }).steps].map((step) => stepWords(step));

describe('runSolution', () => {
  it('makes the same trace of the same seed, every time that its steps are read [SIM-2]', () => {
    const solution = systemOf(open);
    const run = runSolution(solution, { seed: 5, steps: 40 });

    const read = () => [...run.steps].map((step) => stepLine(step.n, step, step.state));
    const first = read();

    expect(read()).toEqual(first);
    expect(linesOf(solution, 5, 40)).toEqual(linesOf(systemOf(open), 5, 40));
    expect(first).toHaveLength(40);
  });

  it('ends where nobody can act: a longer run begins as a shorter one [SIM-2]', () => {
    const solution = systemOf('execute dst=kl.core.Core { grant () }');
    const { halted, steps } = runSolution(solution, { seed: 1, steps: 9 });

    expect([halted, [...steps]]).toEqual([true, []]);
    expect(linesOf(systemOf(open), 5, 12).slice(0, 7)).toEqual(linesOf(systemOf(open), 5, 7));
  });
});

describe('a trace', () => {
  it('tells a rendezvous step by step in words [SIM-2]', () => {
    const words = [1, 2, 3, 4].flatMap((seed) => wordsOf(systemOf(open), seed, 60));

    expect(words).toContainEqual(
      expect.stringMatching(
        /^client calls server impl\.ping\.Ping \{ value : 7 \}: granted by base\.grant at security\.psl:\d+$/,
      ),
    );
    expect(words).toContain('server waits');
    expect(words).toContain('server takes the request impl.ping.Ping');
    expect(words).toContainEqual(
      expect.stringMatching(/^server answers client with a response .*: granted by base\.grant/),
    );
  });

  it('tells why a call is denied [SIM-2]', () => {
    const none = wordsOf(systemOf('execute { grant () }'), 1, 20);
    const refused = wordsOf(systemOf('execute { grant () } request { deny () }'), 1, 20);

    expect(none).toContain('client calls server impl.ping.Note {}: denied (noRule)');
    expect(refused).toContainEqual(
      expect.stringMatching(/: denied \(ruleRefused\) by base\.deny at security\.psl:\d+$/),
    );
  });

  it('is a line of JSON a step: action, events, outcome, completions, state [SIM-2]', () => {
    const [line] = linesOf(systemOf('execute { grant () }'), 1, 20).filter(({ action }) =>
      JSON.stringify(action).includes('Note'),
    );

    expect(line).toEqual({
      n: expect.any(Number) as number,
      action: {
        kind: 'call',
        by: 'client',
        handle: 1,
        endpoint: 'impl.ping',
        method: 'Note',
        message: {},
      },
      events: [
        {
          event: 'request',
          src: 'client',
          dst: 'server',
          endpoint: 'impl.ping',
          method: 'Note',
          message: {},
          verdict: 'denied',
          because: 'noRule',
          reasons: [],
        },
      ],
      outcome: { kind: 'denied', phase: 'request', because: 'noRule' },
      completions: [],
      state: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(JSON.parse(JSON.stringify(line))).toEqual(line);
  });

  it('tells the events of boot in the form of decide [SIM-2]', () => {
    const { boot } = runSolution(systemOf(open), { seed: 1, steps: 0 });

    expect(boot.map(eventLine)[2]).toMatchObject({
      event: 'execute',
      src: 'Einit',
      dst: 'client',
      method: 'main',
      verdict: 'granted',
    });
  });

  it('tells an intent where no solution is at hand [SIM-2]', () => {
    const actions = [...runSolution(systemOf(open), { seed: 2, steps: 60 }).steps].map(
      ({ action }) => tellIntent(action),
    );

    expect(actions).toContain('thread 0 calls handle 1 impl.ping.Ping { value : 7 }');
    expect(actions).toContain('thread 8 receives');
    expect(actions).toContain('thread 8 answers with response {}');
  });
});

describe('digests', () => {
  it('are SHA-256: the test vector of FIPS 180-4 [SIM-2]', () => {
    expect(digestText('abc')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('of files do not depend on their order, and do on each path and text [SIM-2]', () => {
    const files = [
      ['b', '2'],
      ['a', '1'],
    ] as const;
    const digest = digestFiles(new Map(files));

    expect(digestFiles(new Map([...files].reverse()))).toBe(digest);
    expect(digestFiles(new Map([['a', '1']]))).not.toBe(digest);
    expect(
      digestFiles(
        new Map([
          ['b', '1'],
          ['a', '2'],
        ]),
      ),
    ).not.toBe(digest);
  });

  it('of a state are equal for equal states of two kernels, and differ once one has acted [SIM-2]', () => {
    const kernelOf = () => {
      const solution = systemOf(open);
      return makeMicro()({ solution, security: interpret(solution), limits: exploring });
    };
    const [left, right] = [kernelOf(), kernelOf()];
    const booted = left.boot().state;
    const [, server] = left.ready(booted);
    if (server === undefined) throw new Error('nobody can act');
    const { next } = left.step(booted, { kind: 'recv', by: server });

    expect(digestState(left, booted)).toBe(digestState(right, right.boot().state));
    expect(digestState(left, next)).not.toBe(digestState(left, booted));
  });
});

describe('randomStream', () => {
  it('gives numbers below the limit, every one of them, the same for a seed [SIM-2]', () => {
    const drawn = (seed: number): readonly number[] => {
      const { below } = randomStream(seed);
      return Array.from({ length: 2000 }, () => below(7));
    };
    const counts = Array.from(
      { length: 7 },
      (_, face) => drawn(3).filter((one) => one === face).length,
    );

    expect(drawn(3)).toEqual(drawn(3));
    expect(drawn(3)).not.toEqual(drawn(4));
    expect(Math.min(...counts)).toBeGreaterThan(200);
    expect(drawn(0).every((one) => one >= 0 && one < 7)).toBe(true);
  });
});
