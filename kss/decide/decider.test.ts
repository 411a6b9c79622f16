import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditToText } from '../audit-format.ts';
import { makeDecider } from './decider.ts';
import { solutionWith } from '../test-solution.ts';

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

describe('the names of a decider', () => {
  const handle = (name: string): string =>
    JSON.stringify({
      event: 'request',
      src: 'client',
      dst: 'server',
      endpoint: 'impl.ping',
      method: 'Send',
      message: { handle: { handle: name, rights: 0 } },
    });
  const sidPolicy = `request method=Send { grant () }`;
  const answers = (...lines: readonly string[]): readonly string[] => {
    const decider = makeDecider(solutionWith(sidPolicy));
    return lines.map((line) => {
      const answer = decider.decide(line);
      if ('verdict' in answer) return answer.because ?? answer.verdict;
      return 'error' in answer ? answer.error.code : 'ok';
    });
  };

  it('are answered with an error once every SID is given out, until one is gone [KSS-1]', () => {
    const many = Array.from({ length: 65_535 }, (_, index) => handle(`object ${String(index)}`));

    const found = answers(
      ...many,
      handle('object 0'),
      '{"gone":"object 7"}',
      handle('another'),
      handle('one more'),
      '{"reset":true}',
      handle('one more'),
    );
    const counts = new Set(found.slice(0, 65_500));

    expect(counts).toEqual(new Set(['granted']));
    expect(found.slice(-7)).toEqual(['full', 'granted', 'ok', 'granted', 'full', 'ok', 'granted']);
  });

  it('are no longer than may be kept, all together [KSS-1]', () => {
    const long = (mark: string): string => handle(mark.repeat(1_000_000));
    const marks = Array.from({ length: 19 }, (_, index) => String.fromCodePoint(0x61 + index));

    const found = answers(...marks.map(long), handle('short'));

    expect(found.filter((one) => one === 'granted')).toHaveLength(17);
    expect(found.slice(15)).toEqual(['granted', 'full', 'full', 'full', 'granted']);
  });
});

describe('the audit log of a decider', () => {
  const audited = `audit profile all = { 0 : { base : { kss : ["granted", "denied"] } } }
audit default = all 0
request method=Note { grant () }
`;
  const note =
    '{"event":"request","src":"client","dst":"server","endpoint":"impl.ping","method":"Note"}';
  const malformed =
    '{"event":"request","src":"client","dst":"server","endpoint":"impl.ping","method":"Ping","message":{"value":"x"}}';

  it('holds records until a line reads them, and tells how many were lost [AUD-1]', () => {
    const decider = makeDecider(solutionWith(audited), { auditSize: 2 });
    for (const line of [note, malformed, note]) decider.decide(line);

    const first = decider.decide('{"id":1,"audit":1}');
    const second = decider.decide('{"id":2,"audit":true}');
    const third = decider.decide('{"id":3,"audit":true}');

    expect(first).toMatchObject({ id: 1, records: [{ because: 'malformed' }], lost: 1 });
    expect(second).toMatchObject({ id: 2, records: [{ verdict: 'granted' }], lost: 0 });
    expect(third).toEqual({ id: 3, records: [], lost: 0 });
  });

  it('shows each record as it is made [AUD-1]', () => {
    const seen: string[] = [];
    const decider = makeDecider(solutionWith(audited), {
      auditSize: 0,
      audited: (record) => seen.push(auditToText(record)),
    });

    for (const line of [note, malformed]) decider.decide(line);

    expect(seen).toEqual([
      'granted request client ~> server : impl.ping.Note; base.grant granted at security.psl:12:23',
      'denied (malformed) request client ~> server : impl.ping.Ping; value is not an integer',
    ]);
  });
});
