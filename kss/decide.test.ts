import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDecider } from './decide.ts';
import { runAssertions } from './pal.ts';
import { solutionWith } from './test-solution.ts';

const policy = `policy object seen : HashSet { type Entry = UInt32 config = { set_size : 1, pool_size : 9 } }
execute { grant () seen.init { sid : dst_sid } }
request dst=t.Server method=Ping { seen.add { sid : src_sid, entry : message.value } }
request method=Send { grant () }
`;

const decided = (...lines: readonly string[]): readonly unknown[] => {
  const decider = makeDecider(solutionWith(policy));
  return lines.map((line) => {
    const answer = decider.decide(line);
    return 'verdict' in answer ? (answer.because ?? answer.verdict) : answer;
  });
};

const start = '{"event":"execute","src":"Einit","dst":"client"}';
const ping = (value: unknown, more = ''): string =>
  `{"id":1,"event":"request","src":"client","dst":"server","endpoint":"impl.ping","method":"Ping","message":{"value":${JSON.stringify(value)}}${more}}`;

describe('makeDecider', () => {
  it('keeps the context from line to line until a reset, and drops what is gone [KSS-2]', () => {
    expect(
      decided(
        start,
        ping(1),
        ping(1),
        ping(2),
        '{"gone":"client"}',
        ping(1),
        start,
        ping(2),
        '{"id":4,"reset":true}',
        ping(1),
      ),
    ).toEqual([
      'granted',
      'granted',
      'granted',
      'ruleRefused',
      { id: null, ok: true },
      'ruleRefused',
      'granted',
      'granted',
      { id: 4, ok: true },
      'ruleRefused',
    ]);
  });

  it.each([
    ['a text for an integer of 32 bits', ping('1')],
    ['a Boolean', ping(true)],
    ['a fraction', ping(1.5)],
    ['null', ping(null)],
    ['an integer out of range', ping(4294967296)],
    ['an unsafe integer', ping(2 ** 60)],
  ])('calls %s malformed [TYPE-2]', (_, line) => {
    expect(decided(start, line)).toEqual(['granted', 'malformed']);
  });

  it('answers what is no event with an error and goes on [KSS-1]', () => {
    const deep = '['.repeat(100_000);

    expect(decided('', 'null', '[]', '{"event":"x"}', deep, start)).toMatchObject([
      { error: { code: 'badLine' } },
      { error: { code: 'badLine' } },
      { error: { code: 'badLine' } },
      { error: { code: 'unknownEvent' } },
      { error: { code: 'badLine' } },
      'granted',
    ]);
  });

  it('never throws, whatever the line [KSS-1]', () => {
    const decider = makeDecider(solutionWith(policy));
    const names = fc.constantFrom(
      'client',
      'server',
      't.Client',
      'kl.core.Core',
      '__proto__',
      'constructor',
      '',
    );
    const line = fc.record(
      {
        event: fc.constantFrom('execute', 'request', 'response', 'error', 'security', 'x'),
        src: fc.oneof(names, fc.anything()),
        dst: names,
        endpoint: fc.constantFrom('impl.ping', 'direct', 'toString'),
        method: fc.constantFrom('Ping', 'Send', 'Note', 'constructor'),
        message: fc.object({
          key: fc.constantFrom('value', 'pair', 'list', 'handle', 'raw', '__proto__'),
        }),
      },
      { requiredKeys: [] },
    );

    fc.assert(
      fc.property(line, (event) => {
        const answer = decider.decide(
          JSON.stringify(event, (_, value: unknown) =>
            typeof value === 'bigint' ? String(value) : value,
          ),
        );
        return 'verdict' in answer || 'error' in answer;
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});

describe('runAssertions', () => {
  const set = (body: string): string =>
    `${policy}assert "set" { setup { execute dst=client } ${body} }`;

  it('tells each expectation with its verdict, and begins each sequence anew [LANG-2]', () => {
    const results = runAssertions(
      solutionWith(
        set(`sequence "one" { grant client ~> server : impl.ping.Ping { value : 1 } deny client ~> server : impl.ping.Ping { value : 2 } }
             sequence "two" { grant client ~> server : impl.ping.Ping { value : 2 } grant client ~> server : impl.ping.Ping { value : 3 } }`),
      ),
    );

    expect(results.map(({ sequence, passed, verdict }) => [sequence, passed, verdict])).toEqual([
      ['one', true, 'granted'],
      ['one', true, 'granted'],
      ['one', true, 'denied'],
      ['two', true, 'granted'],
      ['two', true, 'granted'],
      ['two', false, 'denied'],
    ]);
  });

  it('binds a variable to a new process of its own SID [LANG-2]', () => {
    const results = runAssertions(
      solutionWith(
        set(`sequence { a <- execute dst=t.Client
               grant a ~> server : impl.ping.Ping { value : 1 }
               grant client ~> server : impl.ping.Ping { value : 2 } }`),
      ),
    );

    expect(results.map(({ passed }) => passed)).toEqual([true, true, true, true]);
  });
});
