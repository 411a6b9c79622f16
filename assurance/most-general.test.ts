import { describe, expect, it } from 'vitest';
import { emptyMessage } from '../model/value.ts';
import { handleId } from '../model/ids.ts';
import { record } from '../model/value.ts';
import type { Value } from '../model/value.ts';
import type { Outcome } from '../model/step.ts';
import { runProgram } from '../model/running.ts';
import type { RunningProgram } from '../model/running.ts';
import { nullHandle } from '../kernel/carried.ts';
import { emptyAlphabet } from './alphabet.ts';
import { anyGiven } from './letters.ts';
import { mostGeneral } from './most-general.ts';
import type { Said } from './put-handles.ts';

const answer: Said = { kind: 'reply', as: 'response', message: emptyMessage };

const server = (): RunningProgram =>
  runProgram(mostGeneral({ ...emptyAlphabet, answers: new Map([['impl.ping.Note', [answer]]]) }));

const call = {
  kind: 'call',
  handle: handleId(1),
  endpoint: 'impl.ping',
  method: 'Note',
  message: emptyMessage,
} as const;

const sending: Said = { ...call, method: 'Send', message: record([['handle', nullHandle]]) };

/** Calls a method over what it is given, and sends what it holds over handle 1, of whose rights the lowest is tested. */
const client = (): RunningProgram =>
  runProgram(
    mostGeneral({
      ...emptyAlphabet,
      calls: [sending],
      overGiven: [{ ...call, handle: anyGiven }],
      carrying: new Map([[sending, { bits: 1, isWhole: false }]]),
    }),
  );

/** An answer with a handle, the way a process gets it. */
const givenOne = (number: number, rights: number, more: { context?: bigint } = {}): Outcome => ({
  kind: 'done',
  result: {
    kind: 'answered',
    as: 'response',
    message: record([
      ['handle', { kind: 'localHandle', number: handleId(number), rights, ...more }],
    ]),
  },
});

const inWords = (value: Value | undefined): string =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'localHandle'
    ? `${String(value.number)} with ${String(value.rights)}`
    : 'none';

/** `1 Send 2 with 3`: the handle that is called, the method, and what goes with it. */
const callsOf = (program: RunningProgram): readonly string[] =>
  program
    .choose()
    .flatMap((one) =>
      one.kind === 'call'
        ? [`${String(one.handle)} ${one.method} ${inWords(one.message.fields.get('handle'))}`]
        : [],
    );

const received: Outcome = {
  kind: 'done',
  result: { kind: 'received', endpoint: 'impl.ping', method: 'Note', message: emptyMessage },
};

const deniedAs = (ends: 'call' | 'reply'): Outcome => ({
  kind: 'denied',
  ends,
  phase: 'request',
  verdict: { kind: 'denied', because: 'noRule', by: [] },
});

const kindsOf = (program: RunningProgram): readonly string[] =>
  program.choose().map(({ kind }) => kind);

describe('mostGeneral', () => {
  it('may receive until it serves, then answer what it serves, then receive again; and crash at any time [OBJ-1]', () => {
    const idle = server();
    const serving = idle.observe(received);
    const done = serving.observe({ kind: 'done', result: { kind: 'replied' } });

    expect(kindsOf(idle)).toEqual(['recv', 'trap']);
    expect(kindsOf(serving)).toEqual(['reply', 'trap']);
    expect(kindsOf(done)).toEqual(['recv', 'trap']);
  });

  it('still serves after a call of its own is denied, and no more after its answer is [OBJ-1]', () => {
    const serving = server().observe(received);

    expect(kindsOf(serving.observe(deniedAs('call')))).toEqual(['reply', 'trap']);
    expect(kindsOf(serving.observe(deniedAs('reply')))).toEqual(['recv', 'trap']);
  });

  it('never waits for requests that nobody can make: it has no endpoint [OBJ-1]', () => {
    const program = runProgram(mostGeneral(emptyAlphabet));

    expect(kindsOf(program)).toEqual(['trap']);
  });

  it('serves no more when its answer came too late: nobody waits for it [OBJ-1]', () => {
    const late: Outcome = { kind: 'refused', because: 'abandoned', retcode: 'rcIpcInterrupt' };
    const serving = server().observe(received);

    expect(kindsOf(serving.observe(late))).toEqual(['recv', 'trap']);
  });

  it('sends on a handle that it was given, with the rights that may matter, and calls over it [OBJ-1]', () => {
    expect(callsOf(client())).toEqual(['1 Send none']);
    expect(callsOf(client().observe(givenOne(2, 0x1_0003)))).toEqual([
      '1 Send none',
      '1 Send 2 with 65539',
      '1 Send 2 with 65538',
      '2 Note none',
    ]);
  });

  it('leaves out what the kernel always refuses: without the right to transfer, or to call [OBJ-1]', () => {
    expect(callsOf(client().observe(givenOne(2, 0x1_0000)))).toEqual([
      '1 Send none',
      '2 Note none',
    ]);
    expect(callsOf(client().observe(givenOne(2, 0x2)))).toEqual(['1 Send none', '1 Send 2 with 2']);
  });

  it('knows a number by what it was given last, and keeps what it has when its own comes back [OBJ-1]', () => {
    const given = client().observe(givenOne(2, 0x2));

    expect(callsOf(given.observe(givenOne(2, 0x1_0000)))).toEqual(['1 Send none', '2 Note none']);
    expect(given.observe(givenOne(2, 0x1_0000, { context: 7n }))).toBe(given);
    expect(given.observe(givenOne(2, 0x2))).toBe(given);
  });
});
