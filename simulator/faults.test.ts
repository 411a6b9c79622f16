import { describe, expect, it } from 'vitest';
import { faultKinds, readFaults } from '../solution/yaml/faults.ts';
import type { Fault } from '../solution/yaml/faults.ts';
import { hostileMessage } from './hostile-message.ts';
import { randomFaults } from './random-faults.ts';
import { randomStream } from './random.ts';
import { readTrace } from './read-trace.ts';
import { replay } from './replay.ts';
import { runSolution } from './run.ts';
import type { RunStep } from './run.ts';
import { askingSolution, openPolicy, traceOfRun } from './test-trace.ts';

const stepsWith = (faults: readonly Fault[], policy = openPolicy): readonly RunStep[] => [
  ...runSolution(askingSolution(policy), { seed: 2, steps: 120, faults }).steps,
];

const actsOf = (steps: readonly RunStep[], process: string, after: number): readonly string[] =>
  steps
    .filter((step) => step.n >= after && step.process === process)
    .map(({ action }) => action.kind);

describe('a fault', () => {
  it('trap ends its process, and a client that waits learns of it [SIM-1]', () => {
    const steps = stepsWith([{ at: 9, process: 'server', fault: 'trap' }]);
    const trapped = steps.find(({ fault }) => fault === 'trap');
    const { action, report } = trapped ?? {};

    expect(action).toMatchObject({ kind: 'trap', code: 1 });
    expect(report?.completions).toMatchObject([{ outcome: { because: 'serverDied' } }]);
    expect(actsOf(steps, 'server', (trapped?.n ?? 0) + 1)).toEqual([]);
  });

  it('kill is an exception of a code of its own [SIM-1]', () => {
    const steps = stepsWith([{ at: 1, process: 'client', fault: 'kill' }]);

    expect(steps[0]).toMatchObject({ fault: 'kill', action: { kind: 'trap', code: 9 } });
  });

  it('hang leaves a process alive that does nothing more [SIM-1]', () => {
    const steps = stepsWith([{ at: 5, process: 'server', fault: 'hang' }]);

    expect(actsOf(steps, 'server', 5)).toEqual([]);
    expect(steps.length).toBeLessThan(120);
  });

  it('hostile sends one message that is not the program’s [SIM-1]', () => {
    const steps = stepsWith([{ at: 6, process: 'client', fault: 'hostile' }]);
    const hostile = steps.filter(({ fault }) => fault === 'hostile');

    expect(hostile.map(({ process }) => process)).toEqual(['client']);
    expect(steps).toHaveLength(120);
  });

  it('exhaust calls services until the kernel refuses, and the program goes on [SIM-1]', () => {
    const steps = stepsWith([{ at: 6, process: 'client', fault: 'exhaust' }]);
    const calls = steps.filter(({ fault }) => fault === 'exhaust');
    const last = calls.at(-1);

    expect(calls.length).toBeGreaterThan(60);
    expect(last?.report.outcome).toMatchObject({ kind: 'refused' });
    expect(actsOf(steps, 'client', (last?.n ?? 0) + 1)).toContain('call');
  });

  it('deny-start leaves a process unstarted, as if no rule let it start [SIM-1]', () => {
    const faults = [{ at: 0, process: 'server', fault: 'deny-start' }] as const;
    const { boot, steps } = runSolution(askingSolution(), { seed: 2, steps: 9, faults });
    const denied = boot.filter(({ verdict }) => verdict.kind === 'denied');

    expect(denied.map(({ event }) => event.destination?.name)).toEqual(['server']);
    expect(actsOf([...steps], 'server', 1)).toEqual([]);
  });

  it('of every kind is replayed from its trace [SIM-2] [SIM-3]', () => {
    for (const fault of faultKinds) {
      const at = fault === 'deny-start' ? 0 : 7;
      const options = { seed: 4, steps: 60, faults: [{ at, process: 'client', fault }] };
      const text = traceOfRun(askingSolution(), options);
      const trace = readTrace('t', text);
      const read = trace.head?.options ?? { seed: 0, steps: 0 };

      expect(read.faults).toEqual(options.faults);
      expect(replay(askingSolution(), trace, read, { version: '1' }).parting).toBeUndefined();
    }
  });

  it('that a trace leaves out is found as a difference [SIM-3] [GATE-1]', () => {
    const faults = [{ at: 7, process: 'client', fault: 'trap' }] as const;
    const trace = readTrace('t', traceOfRun(askingSolution(), { seed: 4, steps: 60, faults }));
    const { parting } = replay(askingSolution(), trace, { seed: 4, steps: 60 }, { version: '1' });

    expect(parting).toMatchObject({ step: 7, field: 'faults' });
  });
});

describe('random faults', () => {
  it('are the same for a seed, each of a process, a kind and a step that there are [SIM-2]', () => {
    const solution = askingSolution();
    const made = randomFaults(solution, 200, { seed: 3, steps: 40 });

    expect(randomFaults(solution, 200, { seed: 3, steps: 40 })).toEqual(made);
    expect(randomFaults(solution, 200, { seed: 4, steps: 40 })).not.toEqual(made);
    expect(new Set(made.map(({ fault }) => fault))).toEqual(new Set(faultKinds));
    expect(made.every(({ at }) => at >= 0 && at <= 40)).toBe(true);
    expect(made.every(({ at, fault }) => (at === 0) === (fault === 'deny-start'))).toBe(true);
  });

  it('never end a run in a defect, whatever they are [SIM-1]', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const solution = askingSolution();
      const faults = randomFaults(solution, 12, { seed, steps: 80 });
      const { steps } = runSolution(solution, { seed, steps: 80, faults });

      expect(() => [...steps].map(({ report }) => report.outcome)).not.toThrow();
    }
  });
});

describe('a hostile message', () => {
  it('holds values of every kind [SIM-1]', () => {
    const random = randomStream(1);
    const kinds = new Set<string>();
    for (let index = 0; index < 500; index++) {
      for (const value of hostileMessage(['x'], random).fields.values()) {
        const isObject = typeof value === 'object' && value !== null;
        kinds.add(
          isObject && 'kind' in value ? value.kind : Array.isArray(value) ? 'list' : typeof value,
        );
      }
    }

    expect([...kinds].sort()).toEqual([
      'bigint',
      'boolean',
      'bytes',
      'list',
      'localHandle',
      'object',
      'record',
      'string',
      'union',
    ]);
  });
});

describe('readFaults', () => {
  it('reads a schedule in the order of its steps [LANG-3]', () => {
    const text =
      'faults:\n- {at: 9, process: client, fault: hang}\n- {process: server, fault: deny-start}\n';
    const { faults, diagnostics } = readFaults({ file: 'f', text }, askingSolution().processes);

    expect(diagnostics).toEqual([]);
    expect(faults).toEqual([
      { at: 0, process: 'server', fault: 'deny-start' },
      { at: 9, process: 'client', fault: 'hang' },
    ]);
  });

  it.each([
    ['- a'],
    ['faults: 3'],
    ['faults:\n- {}'],
    ['faults:\n- {at: [1], process: {}, fault: x}'],
    ['\u0000'],
    ['faults:\n- {at: 99999999999, process: client, fault: hang}'],
  ])('tells what is wrong with %j, and throws never [LANG-3]', (text) => {
    const { diagnostics } = readFaults({ file: 'f', text }, askingSolution().processes);

    expect(diagnostics.length).toBeGreaterThan(0);
  });
});
