import { describe, expect, it } from 'vitest';
import { processId } from '../model/ids.ts';
import type { Intent } from '../model/step.ts';
import { solutionWith } from '../kss/test-solution.ts';
import { formatValue } from '../solution/message/format.ts';
import type { Solution } from '../solution/solution.ts';
import { alphabetIn, alphabetsOf } from './alphabet.ts';

const [client, server] = [processId(0), processId(1)];

const inWords = (intents: readonly Intent[]): readonly string[] =>
  intents.map((intent) => {
    switch (intent.kind) {
      case 'call':
        return `${String(intent.handle)} ${intent.endpoint}.${intent.method} ${formatValue(intent.message)}`;
      case 'reply':
        return `${intent.as} ${formatValue(intent.message)}`;
      case 'querySecurity':
        return `query ${intent.interface}.${intent.method} ${formatValue(intent.message)}`;
      default:
        return intent.kind;
    }
  });

const callsOf = (solution: Solution, services = false): readonly string[] =>
  inWords(alphabetIn(alphabetsOf(solution, [client, server], { services }), client).calls);

const namesOf = (calls: readonly string[]): readonly string[] =>
  calls.map((call) => call.split(' ').slice(0, 2).join(' '));

describe('alphabetsOf', () => {
  it('has a call for each method of each server, each query, and calls of the kernel if asked [OBJ-1]', () => {
    const solution = solutionWith('execute { grant () }');
    const usual = [
      ...['direct', 'impl.ping'].flatMap((endpoint) =>
        ['Ping', 'Send', 'Note'].map((method) => `1 ${endpoint}.${method}`),
      ),
      'query t.Register.Register',
    ];

    const withServices = namesOf(callsOf(solution, true));

    expect(namesOf(callsOf(solution))).toEqual(usual);
    expect(withServices.filter((call) => !call.startsWith('0 '))).toEqual(usual);
    expect(withServices).toEqual(
      expect.arrayContaining(['0 handle.Handle.Copy', '0 handle.Handle.Close', '0 vmm.VMM.Free']),
    );
  });

  it('has a response for each method, and an error where the method has one [OBJ-1]', () => {
    const alphabets = alphabetsOf(solutionWith('execute { grant () }'), [server], {
      services: false,
    });
    const { answers, calls } = alphabetIn(alphabets, server);

    expect(inWords(answers.get('impl.ping.Ping') ?? [])).toEqual([
      'response { result : 0 }',
      'error { code : 0 }',
    ]);
    expect(inWords(answers.get('impl.ping.Note') ?? [])).toEqual(['response {}']);
    expect(calls).toEqual([]);
  });

  it('has a message for each way to satisfy what policy and the receiving program test [OBJ-1]', () => {
    const solution = solutionWith(
      `execute { grant () }
request dst=t.Server endpoint=impl.ping method=Ping { assert (message.value < 7) }
security src=t.Client method=Register { assert (message.badge == 9) }
`,
      {
        'programs.yaml': `programs:
- process: server
  initial: open
  states:
    open:
      do: recv
      on: [{on: request impl.ping.Ping, when: message.value == 3, next: open}]
`,
      },
    );

    expect(callsOf(solution).filter((call) => /impl.ping.Ping|query/u.test(call))).toEqual([
      '1 impl.ping.Ping { value : 0 }',
      '1 impl.ping.Ping { value : 3 }',
      '1 impl.ping.Ping { value : 7 }',
      'query t.Register.Register { badge : 0 }',
      'query t.Register.Register { badge : 9 }',
    ]);
  });

  it('tells what it could not decide, with its place [OBJ-1]', () => {
    const { reasons } = alphabetsOf(
      solutionWith(
        'request dst=t.Server endpoint=direct method=Send { assert (message.handle.rights == message.pair.a) }',
      ),
      [client],
      { services: false },
    );

    expect(reasons.map(({ at, why }) => [at, why])).toEqual([
      ['security.psl:10:59', 'it asks for a handle together with another part of the message'],
      [
        'security.psl:10:1',
        'the rights of a handle are tested otherwise than by masks of few bits',
      ],
    ]);
  });
});
