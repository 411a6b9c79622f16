import { describe, expect, it } from 'vitest';
import { handleId, processId } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Outcome } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { bytesBy } from '../model/writer.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { automatonProgram } from './automaton-program.ts';
import { defaultProgram } from './default-program.ts';

const programs = `programs:
- process: client
  initial: asking
  states:
    asking:
      do:
      - "call server : impl.ping.Ping { value : 7 }"
      - "call server : direct.Ping { value : 8 }"
      on:
      - {on: response, when: message.result > 9, next: repeating}
      - {on: error, next: failing}
      - {on: denied, next: stopped}
      - {on: refused, next: failing}
    repeating:
      do: "call server : impl.ping.Ping { value : message.result }"
      on: [{on: any, next: stopped}]
    failing:
      do: "call server : impl.ping.Note {}"
      on: [{on: any, next: failing}]
    stopped: {}
- process: server
  initial: open
  states:
    open:
      do: recv
      on:
      - {on: request impl.ping.Ping, when: message.value == 1, next: refusing}
      - {on: request impl.ping.Ping, next: answering}
      - {on: request, next: noting}
    answering:
      do: "reply { result : message.value }"
      on: [{on: replied, next: open}]
    refusing:
      do: "reply error { code : 5 }"
      on: [{on: any, next: open}]
    noting:
      do: "reply {}"
      on: [{on: any, next: open}]
`;

const solution = solutionWith('execute { grant () }', { 'programs.yaml': programs });

const programOf = (process: number): RunningProgram => {
  const automaton = solution.automata.get(processId(process));
  if (automaton === undefined) throw new Error('no program');
  return runProgram(automatonProgram(solution, automaton));
};

const answered = (
  as: 'response' | 'error',
  ...fields: readonly (readonly [string, bigint])[]
): Outcome => ({ kind: 'done', result: { kind: 'answered', as, message: record(fields) } });

const received = (method: string, message: RecordValue): Outcome => ({
  kind: 'done',
  result: { kind: 'received', endpoint: 'impl.ping', method, message },
});

const replied: Outcome = { kind: 'done', result: { kind: 'replied' } };
const refused: Outcome = { kind: 'refused', because: 'badHandle', retcode: 'rcResourceNotFound' };
const denied: Outcome = {
  kind: 'denied',
  ends: 'call',
  phase: 'request',
  verdict: { kind: 'denied', because: 'noRule', by: [] },
};

const call = (method: string, ...fields: readonly (readonly [string, bigint])[]) => ({
  kind: 'call',
  handle: handleId(1),
  endpoint: 'impl.ping',
  method,
  message: record(fields),
});

const bytesOf = (program: RunningProgram): string => bytesBy(program.encode);

/** Programs whose states say the same, whatever way they came to be. */
const expectSame = (left: RunningProgram, right: RunningProgram): void => {
  expect(bytesOf(left)).toBe(bytesOf(right));
};

describe('automatonProgram', () => {
  it('is free between the steps of its state, by the handles of boot [SIM-1]', () => {
    expect(programOf(0).choose()).toEqual([
      call('Ping', ['value', 7n]),
      { ...call('Ping', ['value', 8n]), endpoint: 'direct' },
    ]);
  });

  it('takes the first branch that fits what came, and uses the message that came with it [SIM-1]', () => {
    const asking = programOf(0);

    expect(asking.observe(answered('response', ['result', 10n])).choose()).toEqual([
      call('Ping', ['value', 10n]),
    ]);
    expect(asking.observe(answered('error')).choose()).toEqual([call('Note')]);
    expect(asking.observe(refused).choose()).toEqual([call('Note')]);
  });

  it('stays where no branch fits [SIM-1]', () => {
    const asking = programOf(0);

    expectSame(asking.observe(answered('response', ['result', 9n])), asking);
    expectSame(asking.observe(replied), asking);
  });

  it('does nothing any more in a state without steps [SIM-1]', () => {
    const stopped = programOf(0).observe(denied);

    expect(stopped.choose()).toEqual([]);
    expectSame(stopped.observe(answered('response', ['result', 10n])), stopped);
  });

  it('answers what it has received, as response or as error [SIM-1]', () => {
    const open = programOf(1);
    const ping = (value: bigint) => open.observe(received('Ping', record([['value', value]])));

    expect(open.choose()).toEqual([{ kind: 'recv' }]);
    expect(ping(3n).choose()).toEqual([
      { kind: 'reply', as: 'response', message: record([['result', 3n]]) },
    ]);
    expect(ping(1n).choose()).toEqual([
      { kind: 'reply', as: 'error', message: record([['code', 5n]]) },
    ]);
    expect(open.observe(received('Note', emptyMessage)).choose()).toEqual([
      { kind: 'reply', as: 'response', message: emptyMessage },
    ]);
  });

  it('remembers a message only where a step uses it, so that fewer states differ [SIM-1]', () => {
    const ping = (value: bigint) =>
      programOf(1).observe(received('Ping', record([['value', value]])));

    expect(bytesOf(ping(3n))).not.toBe(bytesOf(ping(4n)));
    expectSame(ping(3n).observe(replied), ping(4n).observe(replied));
    expectSame(
      programOf(0).observe(answered('error', ['code', 1n])),
      programOf(0).observe(answered('error', ['code', 2n])),
    );
  });
});

describe('defaultProgram', () => {
  it('answers every request with defaults, and calls nobody [SIM-1]', () => {
    const waiting = runProgram(defaultProgram);
    const serving = waiting.observe(received('Ping', emptyMessage));

    expect(waiting.choose()).toEqual([{ kind: 'recv' }]);
    expect(serving.choose()).toEqual([{ kind: 'reply', as: 'response', message: emptyMessage }]);
    expectSame(serving.observe(replied), waiting);
    expectSame(serving.observe({ ...denied, ends: 'reply' }), waiting);
    expectSame(serving.observe(refused), serving);
  });
});
