import { describe, expect, it } from 'vitest';
import { processId } from '../model/ids.ts';
import type { Intent } from '../model/step.ts';
import { record } from '../model/value.ts';
import type { RecordValue } from '../model/value.ts';
import { runProgram } from '../model/running.ts';
import type { Outcome } from '../model/step.ts';
import { solutionWith } from '../kss/test-solution.ts';
import type { DataType, Parameter } from '../solution/data-type.ts';
import { completeMessage } from '../solution/message/complete.ts';
import { formatValue } from '../solution/message/format.ts';
import { boundaryMessages } from './boundary-messages.ts';
import { alphabetOf, mostGeneral } from './most-general.ts';
import type { Constant, TestedConstants } from './tested-constants.ts';
import { testedConstants } from './tested-constants.ts';

const tested = (constants: Readonly<Record<string, readonly Constant[]>>): TestedConstants =>
  new Map(Object.entries(constants).map(([path, values]) => [path, new Set(values)]));

const byte: DataType = { kind: 'integer', bits: 8, signed: false };
const signed: DataType = { kind: 'integer', bits: 8, signed: true };
const x = (type: DataType): readonly Parameter[] => [{ name: 'x', type }];

const valuesOf = (type: DataType, constants: Readonly<Record<string, readonly Constant[]>>) =>
  boundaryMessages(x(type), tested(constants)).messages.map(({ fields }) => fields.get('x'));

describe('boundaryMessages', () => {
  it('takes constants and their neighbours, within the type [OBJ-1]', () => {
    expect(valuesOf(byte, { x: [9n] })).toEqual([0n, 8n, 9n, 10n, 1n]);
    expect(valuesOf(byte, { x: [255n] })).toEqual([0n, 254n, 255n, 1n]);
    expect(valuesOf(signed, { x: [-128n] })).toEqual([0n, -128n, -127n, 1n]);
    expect(valuesOf(byte, { x: [300n] })).toEqual([0n, 1n]);
  });

  it('keeps the default of what nothing tests [OBJ-1]', () => {
    expect(valuesOf(byte, {})).toEqual([0n]);
    expect(valuesOf(byte, { xx: [9n], 'y.x': [8n] })).toEqual([0n]);
    expect(boundaryMessages([], tested({}))).toEqual({ messages: [record([])], thinned: false });
  });

  it('takes texts that fit, and the empty one [OBJ-1]', () => {
    expect(valuesOf({ kind: 'string', limit: 3 }, { x: ['abc', 'abcd'] })).toEqual(['', 'abc']);
  });

  it('goes into structs, unions, sequences and arrays by the path of the field [OBJ-1]', () => {
    const pair: DataType = {
      kind: 'struct',
      name: 'P',
      fields: [
        { name: 'a', type: byte },
        { name: 'b', type: byte },
      ],
    };
    const either: DataType = {
      kind: 'union',
      name: 'E',
      members: [
        { name: 'a', type: byte },
        { name: 'b', type: byte },
      ],
    };

    expect(valuesOf(pair, { 'x.b': [1n] })).toEqual(
      [0n, 1n, 2n].map((b) =>
        record([
          ['a', 0n],
          ['b', b],
        ]),
      ),
    );
    expect(valuesOf(either, { 'x.b': [1n] })).toEqual([
      { kind: 'union', member: 'a', value: 0n },
      ...[0n, 1n, 2n].map((value) => ({ kind: 'union', member: 'b', value })),
    ]);
    expect(valuesOf({ kind: 'sequence', element: byte, limit: 2 }, { 'x[]': [1n] })).toEqual([
      [],
      [0n],
      [1n],
      [2n],
    ]);
    expect(valuesOf({ kind: 'array', element: byte, length: 2 }, { 'x[]': [1n] })).toEqual([
      [0n, 0n],
      [1n, 1n],
      [2n, 2n],
    ]);
    expect(valuesOf({ kind: 'sequence', element: byte, limit: 0 }, { 'x[]': [1n] })).toEqual([[]]);
  });

  it('combines fields, and varies one at a time above 64 combinations, saying so [OBJ-1]', () => {
    const parameters = ['a', 'b', 'c'].map((name) => ({ name, type: byte }));
    const few = boundaryMessages(parameters, tested({ a: [9n], b: [9n] }));
    const many = boundaryMessages(parameters, tested({ a: [9n], b: [9n], c: [9n] }));

    expect([few.messages.length, few.thinned]).toEqual([25, false]);
    expect([many.messages.length, many.thinned]).toEqual([13, true]);
    expect(new Set(many.messages.map(formatValue)).size).toBe(13);
  });

  it('gives messages of the declared types alone [OBJ-1] [TYPE-1]', () => {
    const solution = solutionWith(`execute { grant () }
request dst=t.Server endpoint=impl.ping method=Ping { assert (message.value > 4294967295) }
request dst=t.Server endpoint=impl.ping method=Send {
    assert (message.pair.a == 255)
    assert (message.list.[0] == 255)
    assert (message.either.number == 65535)
    assert (message.pair.b == "four" || message.pair.b == "longer")
}
response src=t.Server endpoint=impl.ping method=Ping { assert (message.result == 0) }
error src=t.Server endpoint=impl.ping method=Ping { assert (message.code == -128) }
`);
    const constants = testedConstants(solution);
    const methods = [...solution.classes.values()].flatMap(({ endpoints }) =>
      endpoints.flatMap(({ interface: { methods: all } }) => all),
    );

    const faulty = methods.flatMap((method) =>
      [method.in, method.out, method.error].flatMap((parameters) =>
        boundaryMessages(parameters, constants).messages.filter(
          (message) => completeMessage({ parameters, open: false }, message).kind !== 'complete',
        ),
      ),
    );

    expect(faulty).toEqual([]);
  });
});

describe('testedConstants', () => {
  it('finds the constants of policy and programs by the path of their field [OBJ-1]', () => {
    const solution = solutionWith(
      `execute { grant () }
request dst=t.Server endpoint=impl.ping method=Ping {
    assert (message.value < 7 || ! (message.value == 12))
    choice (message.value) { 20 : grant () _ : deny () }
}
request dst=t.Server endpoint=impl.ping method=Send { assert (message.pair.b == "ok") }
`,
      {
        'programs.yaml': `programs:
- process: server
  initial: open
  states:
    open:
      do: recv
      on: [{on: request, when: message.value == 99, next: open}]
`,
      },
    );

    expect(testedConstants(solution)).toEqual(
      tested({ value: [7n, 12n, 20n, 99n], 'pair.b': ['ok'] }),
    );
  });
});

const solution = solutionWith('execute { grant () }');
const none = tested({});

const methodsOf = (intents: readonly Intent[]): readonly string[] =>
  intents.map((intent) =>
    intent.kind === 'call'
      ? `${String(intent.handle)} ${intent.endpoint}.${intent.method}`
      : intent.kind === 'reply'
        ? intent.as
        : intent.kind,
  );

const received = (method: string, message: RecordValue): Outcome => ({
  kind: 'done',
  result: { kind: 'received', endpoint: 'impl.ping', method, message },
});

describe('alphabetOf', () => {
  it('has a call for each method of each server, and those of the kernel if asked [OBJ-1]', () => {
    const [client, server] = [processId(0), processId(1)];
    const calls = (services: boolean) =>
      methodsOf(alphabetOf(solution, client, none, { services }).calls);
    const usual = ['direct', 'impl.ping'].flatMap((endpoint) =>
      ['Ping', 'Send', 'Note'].map((method) => `1 ${endpoint}.${method}`),
    );

    expect(calls(false)).toEqual(usual);
    expect(calls(true).filter((call) => call.startsWith('1 '))).toEqual(usual);
    expect(calls(true).filter((call) => call.startsWith('0 '))).toEqual(
      expect.arrayContaining(['0 handle.Handle.Copy', '0 handle.Handle.Close', '0 vmm.VMM.Free']),
    );
    expect(alphabetOf(solution, server, none, { services: false }).calls).toEqual([]);
  });

  it('has a response for each method, and an error where the method has one [OBJ-1]', () => {
    const { answers } = alphabetOf(solution, processId(1), none, { services: false });

    expect(methodsOf(answers.get('impl.ping.Ping') ?? [])).toEqual(['response', 'error']);
    expect(methodsOf(answers.get('impl.ping.Note') ?? [])).toEqual(['response']);
  });
});

describe('mostGeneral', () => {
  it('may receive until it serves, then answer what it serves, then receive again [OBJ-1]', () => {
    const { answers } = alphabetOf(solution, processId(1), none, { services: false });
    const idle = runProgram(mostGeneral({ calls: [], answers, thinned: false }));
    const serving = idle.observe(received('Ping', record([['value', 0n]])));
    const done = serving.observe({ kind: 'done', result: { kind: 'replied' } });

    expect(methodsOf(idle.choose())).toEqual(['recv']);
    expect(methodsOf(serving.choose())).toEqual(['response', 'error']);
    expect(methodsOf(done.choose())).toEqual(['recv']);
  });

  it('still serves after a call of its own is denied, and no more after its answer is [OBJ-1]', () => {
    const { answers } = alphabetOf(solution, processId(1), none, { services: false });
    const serving = runProgram(mostGeneral({ calls: [], answers, thinned: false })).observe(
      received('Note', record([])),
    );
    const deniedAs = (ends: 'call' | 'reply'): Outcome => ({
      kind: 'denied',
      ends,
      phase: 'request',
      verdict: { kind: 'denied', because: 'noRule', by: [] },
    });

    expect(methodsOf(serving.observe(deniedAs('call')).choose())).toEqual(['response']);
    expect(methodsOf(serving.observe(deniedAs('reply')).choose())).toEqual(['recv']);
  });

  it('never waits for requests that nobody can make: it has no endpoint [OBJ-1]', () => {
    const alphabet = alphabetOf(solution, processId(0), none, { services: false });

    expect(methodsOf(runProgram(mostGeneral(alphabet)).choose())).not.toContain('recv');
  });
});
