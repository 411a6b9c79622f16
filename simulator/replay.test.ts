import { describe, expect, it } from 'vitest';
import { readTrace } from './read-trace.ts';
import { replay } from './replay.ts';
import type { Replay } from './replay.ts';
import type { RunOptions } from './run.ts';
import { askingSolution, openPolicy, traceOfRun } from './test-trace.ts';

const options = { seed: 5, steps: 30 } as const;
const solution = askingSolution();
const whole = traceOfRun(solution, options);

const replayed = (text: string, of = solution, as: RunOptions = options, to?: number): Replay =>
  replay(of, readTrace('t', text), as, { version: '1', to });

describe('replay', () => {
  it('finds every step of a trace again [SIM-3]', () => {
    expect(replayed(whole)).toMatchObject({ steps: 30, parting: undefined });
  });

  it('finds one step changed, and says where and how [SIM-3] [GATE-1]', () => {
    const lines = whole.split('\n');
    const at = lines.findIndex((line) => line.includes('"result":"replied"'));
    const changed = lines.map((line, index) =>
      index === at ? line.replace('replied', 'ticked') : line,
    );
    const { steps, parting } = replayed(changed.join('\n'));

    expect(steps).toBe(at - 2);
    expect(parting).toMatchObject({ step: at - 1, field: 'outcome.result' });
    expect(parting?.trace).toContain('(outcome.result: "ticked")');
    expect(parting?.run).toMatch(/server answers with response .*replied/);
  });

  it('stops where another policy decides otherwise [SIM-3]', () => {
    const stricter = askingSolution(
      openPolicy.replace('request { grant () }', 'request { deny () }'),
    );
    const { parting } = replayed(whole, stricter);

    expect(parting?.field).toBe('events[0].verdict');
    expect(parting?.trace).toMatch(/calls .*: request granted/);
    expect(parting?.run).toMatch(/calls .*: request denied/);
  });

  it('finds a trace that ends too early, and one that goes on too long [SIM-3]', () => {
    const short = whole.split('\n').slice(0, -2).join('\n');

    expect(replayed(short).parting).toMatchObject({ step: 30, trace: 'nothing' });
    expect(replayed(whole, solution, { seed: 5, steps: 29 }).parting).toMatchObject({
      step: 30,
      run: 'nothing',
    });
  });

  it('stops after a step that is asked for, and shows its state [SIM-3]', () => {
    const [early, late] = [0, 11].map((to) => replayed(whole, solution, options, to));

    expect([early?.steps, late?.steps]).toEqual([0, 11]);
    expect(early?.describe()).not.toEqual(late?.describe());
    expect(late?.describe()).toMatchObject({
      processes: [{ name: 'client' }, { name: 'server' }],
    });
  });

  it('replays a fork: equal up to its step, another choice after it [SIM-3]', () => {
    const forked = { ...options, forks: [{ after: 10, seed: 77 }] };
    const trace = traceOfRun(solution, forked);
    const [before, after] = [whole, trace].map((text) => text.split('\n').slice(1, 12));

    expect(before).toEqual(after);
    expect(trace.split('\n').slice(12)).not.toEqual(whole.split('\n').slice(12));
    expect(replayed(trace, solution, forked).parting).toBeUndefined();
    expect(replayed(trace).parting?.step).toBeGreaterThan(10);
  });

  it('leaves digests of another version out [SIM-3]', () => {
    const trace = readTrace('t', whole.replaceAll(/"state":"[^"]*"/g, '"state":"0"'));

    expect(replay(solution, trace, options, { version: '1' }).parting?.field).toBe('state');
    expect(replay(solution, trace, options, { version: '2' }).parting).toBeUndefined();
  });
});
