import { describe, expect, it } from 'vitest';
import { handleId, processId, sidOf } from '../model/ids.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import type { Intent, Outcome } from '../model/step.ts';
import { emptyMessage, record } from '../model/value.ts';
import type { LocalHandle, RecordValue, Value } from '../model/value.ts';
import { bytesBy } from '../model/writer.ts';
import { listenerRights } from '../kernel/rights.ts';
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

const server = processId(1);
const local = (number: number, rights: number): LocalHandle => ({
  kind: 'localHandle',
  number: handleId(number),
  rights,
});
const read = 0x1_0000;

/** A server that keeps a handle that it gets, and what it does with it then. */
const holding = (step: string, keep = 'message.handle'): RunningProgram => {
  const held = solutionWith('execute { grant () }', {
    'programs.yaml': `programs:
- process: server
  initial: open
  states:
    open:
      do: recv
      on:
      - {on: request impl.ping.Send, when: message.handle.context == 5, next: back}
      - {on: request impl.ping.Send, when: message.handle.rights == 0, next: nothing}
      - {on: request impl.ping.Send, keep: {one: ${keep}, other: message.handle}, next: holding}
    holding:
      do: "${step}"
    back: {}
    nothing: {}
`,
  });
  const automaton = held.automata.get(server);
  if (automaton === undefined) throw new Error('no program');
  return runProgram(automatonProgram(held, automaton));
};

const sent = (program: RunningProgram, handle: Value): readonly Intent[] =>
  program.observe(received('Send', record([['handle', handle]]))).choose();

const closing = 'call kernel : handle.Handle.Close';

describe('a program that holds a handle', () => {
  const closed = (handle: Value) => ({
    kind: 'call',
    handle: handleId(0),
    endpoint: 'handle.Handle',
    method: 'Close',
    message: record([['handle', handle]]),
  });

  it('sends on what it has kept, with the rights that it has [CAP-1]', () => {
    const program = holding(`${closing} { handle : kept.one }`);

    expect(sent(program, local(7, read))).toEqual([closed(local(7, read))]);
  });

  it('lends it with fewer rights, and under a badge [CAP-1]', () => {
    const lend = 'lend { handle : kept.one, rights : 0x10002, badge : kept.other }';
    const program = holding(`${closing} { handle : ${lend} }`);
    const lent = { ...local(7, 0x1_0002), badge: handleId(7) };

    expect(sent(program, local(7, 0xffff_ffff))).toEqual([closed(lent)]);
  });

  it('lends its listener [CAP-1]', () => {
    const program = holding(`${closing} { handle : listener }`);

    expect(sent(program, local(7, read))).toEqual([closed(local(1, listenerRights))]);
  });

  it('calls over it, also by the method alone [IPC-1]', () => {
    const over = (step: string) => sent(holding(step), local(7, read));

    expect(over('call kept.one : impl.ping.Note {}')).toEqual([
      { ...call('Note'), handle: handleId(7) },
    ]);
    expect(over('call kept.one : Note {}')).toEqual([
      { ...call('Note'), handle: handleId(7), endpoint: '' },
    ]);
  });

  it('calls nobody over what is no handle: that number names nothing [IPC-1]', () => {
    const [intent] = sent(holding('call kept.one : Note {}', 'message.handle.rights'), local(7, 3));

    expect(intent).toMatchObject({ kind: 'call', handle: 0xffff_ffff });
  });

  it('knows a handle of its own that came back by its context, and the null handle by its rights [CAP-1]', () => {
    const program = holding('recv');
    const none: Value = { kind: 'handle', sid: sidOf(0), rights: 0 };

    expect(sent(program, { ...local(7, read), context: 5n })).toEqual([]);
    expect(sent(program, { ...local(7, read), context: 6n })).toEqual([{ kind: 'recv' }]);
    expect(sent(program, none)).toEqual([]);
  });

  it('sends the null handle on as it is, and an empty message where there is nothing to lend [CAP-1]', () => {
    const lend = (what: string) => `${closing} { handle : lend { handle : ${what}, rights : 1 } }`;
    const none: Value = { kind: 'handle', sid: sidOf(0), rights: 1 };

    expect(sent(holding(lend('kept.one')), none)).toEqual([closed(none)]);
    expect(sent(holding(lend('kept.one'), 'message.handle.rights'), local(7, 3))).toEqual([
      { ...closed(none), message: emptyMessage },
    ]);
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
