import { describe, expect, it } from 'vitest';
import { handleId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import { isByThread } from '../model/step.ts';
import type { Intent } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { bytesBy } from '../model/writer.ts';
import { generatorProgram } from './generator-program.ts';
import type { Scenario, Seen } from './generator-program.ts';
import { runSolution } from './run.ts';
import type { GivenPrograms } from './run.ts';
import { stepsPerTick } from './play.ts';
import { askingSolution } from './test-trace.ts';

const service = (
  endpoint: string,
  method: string,
  message: RecordValue = emptyMessage,
): Intent => ({
  kind: 'call',
  handle: handleId(0),
  endpoint,
  method,
  message,
});

const query: Intent = {
  kind: 'call',
  handle: handleId(1),
  endpoint: 'impl.ping',
  method: 'Note',
  message: emptyMessage,
};

const done = (message = emptyMessage): Extract<Seen, { kind: 'done' }> => ({
  kind: 'done',
  result: { kind: 'answered', as: 'response', message },
});

const keyOf = (seen: readonly Seen[]): string =>
  bytesBy((writer) => {
    generatorProgram(function* () {
      yield query;
    }).encode(seen, writer);
  });

/** Runs scenarios in place of the client's program; the server answers with defaults. */
const stepsWith = (scenarioOf: (entry: number) => Scenario, steps: number) => {
  const given: GivenPrograms = ({ process, entry }) =>
    process === 0 ? runProgram(generatorProgram(scenarioOf(entry))) : undefined;
  return [...runSolution(askingSolution(), { seed: 1, steps }, given).steps];
};

describe('generatorProgram', () => {
  it('does one intent after another, and is told what came of each [SIM-1]', () => {
    const { initial, choose, observe } = generatorProgram(function* () {
      const answer = yield query;
      if (answer.kind === 'refused') yield { kind: 'recv' };
      else yield { kind: 'trap', code: 3 };
    });
    const refused = {
      kind: 'refused',
      because: 'badHandle',
      retcode: 'rcInvalidArgument',
    } as const;
    const after = observe(initial, refused);

    expect(choose(initial)).toEqual([query]);
    expect(choose(after)).toEqual([{ kind: 'recv' }]);
    expect(choose(observe(initial, done()))).toEqual([{ kind: 'trap', code: 3 }]);
    expect(choose(observe(after, done()))).toEqual([]);
    expect(observe(initial, { kind: 'blocked' })).toBe(initial);
  });

  it('is told apart by all that it saw [SIM-1]', () => {
    const seen: readonly (readonly Seen[])[] = [
      [],
      [done()],
      [done(), done()],
      [done(record([['x', 1n]]))],
      [done(record([['x', '1']]))],
      [{ kind: 'denied', phase: 'request', because: 'noRule' }],
      [{ kind: 'denied', phase: 'response', because: 'noRule' }],
      [{ kind: 'faulted', code: 1 }],
      [{ kind: 'done', result: { kind: 'replied' } }],
    ];

    expect(new Set(seen.map(keyOf)).size).toBe(seen.length);
  });

  it('lets a real-time thread that it has created act before all standard ones [SIM-1]', () => {
    const schedule = record([
      ['entry', 1n],
      ['priority', 20n],
      ['policy', 1n],
    ]);
    const steps = stepsWith(
      (entry) =>
        entry === 1
          ? function* () {
              for (let left = 9; left > 0; left--) yield service('task.Task', 'GetName');
            }
          : function* () {
              yield service('thread.Thread', 'Create', schedule);
              for (;;) yield query;
            },
      40,
    );
    const by = steps.map(({ action, nameOf }) => (isByThread(action) ? nameOf(action.by) : ''));
    const first = by.indexOf('client#1');

    expect(by.slice(first, first + 9)).toEqual(Array.from({ length: 9 }, () => 'client#1'));
    expect(by.slice(first + 9)).not.toContain('client#1');
  });

  it('reads a clock that counts the ticks of the run [SIM-2]', () => {
    const steps = stepsWith(
      () =>
        function* () {
          for (;;) yield service('time.Time', 'GetTime');
        },
      90,
    );
    const read = steps.flatMap(({ n, action, report: { outcome } }) =>
      action.kind === 'call' && outcome.kind === 'done' && outcome.result.kind === 'answered'
        ? [[n, Number(outcome.result.message.fields.get('msecs'))] as const]
        : [],
    );

    expect(read.length).toBeGreaterThan(60);
    for (const [n, msecs] of read) expect(msecs).toBe(Math.floor((n - 1) / stepsPerTick));
  });

  it('lets time pass where all wait and one of them for time [SIM-2]', () => {
    const sleep = service('thread.Thread', 'Sleep', record([['msecs', 3n]]));
    const steps = stepsWith(
      () =>
        function* () {
          yield sleep;
        },
      12,
    );

    expect(steps.filter(({ action }) => action.kind === 'tick').length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThan(12);
  });
});
