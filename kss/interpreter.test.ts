import { describe, expect, it } from 'vitest';
import { sidOf } from '../model/ids.ts';
import type { SecurityEvent } from '../model/security.ts';
import { interpret } from './interpreter.ts';
import { bothEngines } from './test-both-engines.ts';
import { answersOf, bytesOf, contextAfter } from './test-answers.ts';
import { eventOf, server, solutionWith } from './test-solution.ts';

const ping = eventOf('request', 'Ping', { value: 7n });
const flow = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } }
}
`;
const set = `policy object seen : HashSet {
    type Entry = UInt8
    config = { set_size : 1, pool_size : 1 }
}
`;

describe('decide', () => {
  it.each([
    ['nothing covers the event', '', 'noRule'],
    ['a rule grants', 'request { grant () }', 'granted'],
    [
      'one of two rules denies',
      'request { grant () } request dst=t.Server { deny () }',
      'ruleRefused',
    ],
    ['only a deny with a false condition covers it', 'request { deny (false) }', 'granted'],
    [
      'two asserts hold',
      'request method=Ping dst=t.Server { assert (message.value > 6) assert (message.value < 8) }',
      'granted',
    ],
    [
      'one of two asserts fails to hold',
      'request method=Ping dst=t.Server { assert (message.value > 6) assert (message.value < 7) }',
      'ruleRefused',
    ],
    ['an empty body covers it', 'request { }', 'noRule'],
    ['a match does not hold', 'request { match method=Note { grant () } }', 'noRule'],
    [
      'a nested match holds',
      'request { match dst=t.Server { match endpoint=impl.ping { grant () } } }',
      'granted',
    ],
    ['the component selector holds', 'request component=t.Impl { grant () }', 'granted'],
    ['the interface selector holds', 'request interface=t.Ping { grant () }', 'granted'],
    [
      'an argument fails',
      'request method=Ping dst=t.Server { assert (message.value + 18446744073709551615 > 0) }',
      'failed',
    ],
    [
      'one rule refuses and another fails',
      'request method=Ping dst=t.Server { assert (message.value + 18446744073709551615 > 0) deny () }',
      'ruleRefused',
    ],
    [
      'a choice takes the case that fits',
      'request method=Ping dst=t.Server { choice (message.value) { 7 : grant () _ : deny () } }',
      'granted',
    ],
    [
      'a choice falls to the default',
      'request method=Ping dst=t.Server { choice (message.value) { 8 : deny () _ : grant () } }',
      'granted',
    ],
    [
      'a choice finds no case',
      'request method=Ping dst=t.Server { choice (message.value) { 8 : grant () } }',
      'failed',
    ],
    [
      'a case is empty',
      'request method=Ping dst=t.Server { choice (message.value) { 7 : { } } }',
      'noRule',
    ],
    [
      'both operands of || are evaluated',
      'request method=Ping dst=t.Server { assert (true || message.value + 18446744073709551615 > 0) }',
      'failed',
    ],
  ])('when %s [KSS-1]', (_, policy, expected) => {
    expect(answersOf(policy, ping)).toEqual([expected]);
  });

  it('names the first reason that applies, in the fixed order [KSS-1]', () => {
    const policy = 'request { grant () } execute { grant () } security { grant () }';
    const stranger = { kind: 'unknown', name: 'nobody' } as const;

    expect(
      answersOf(
        policy,
        eventOf('request', 'Nothing', {}, { destination: stranger }),
        eventOf('request', 'Nothing', { value: 'text' }),
        eventOf('request', 'Ping', { value: 'text' }),
        eventOf('request', 'Ping', { stranger: 1n }),
        eventOf('request', 'Ping', {}, { endpoint: undefined }),
        eventOf('request', 'Ping', {}, { endpoint: undefined, interface: 't.Ping' }),
        eventOf('request', 'Ping', {}, { interface: 't.Register' }),
        eventOf('request', 'Ping', {}, { endpoint: 'direct' }),
        eventOf('execute', 'main', {}, { endpoint: undefined }),
        eventOf('execute', 'other', {}, { endpoint: undefined }),
        eventOf('security', 'Register', {}, { endpoint: undefined, destination: undefined }),
        eventOf('security', 'Register', {}, { endpoint: undefined, source: server }),
        eventOf('response', 'Ping', {}),
      ),
    ).toEqual([
      'unknownSubject',
      'unknownMethod',
      'malformed',
      'malformed',
      'unknownMethod',
      'unknownMethod',
      'unknownMethod',
      'granted',
      'granted',
      'unknownMethod',
      'granted',
      'unknownMethod',
      'noRule',
    ]);
  });

  it('lets later rules of one event see the effects of earlier ones [KSS-2]', () => {
    const policy = `${set}request { seen.init { sid : src_sid } seen.add { sid : src_sid, entry : 1 }
      assert (seen.contains { sid : src_sid, entry : 1 }) }`;

    expect(answersOf(policy, ping)).toEqual(['granted']);
  });

  it('undoes every effect of an event that is denied, to the byte [KSS-2]', () => {
    const policy = `${flow}request { gate.init { sid : src_sid } gate.enter { sid : src_sid, state : "open" } deny () }`;
    const engine = interpret(solutionWith(policy));

    const { verdict, next } = engine.decide(engine.initial, ping);

    expect(verdict.kind).toBe('denied');
    expect(next).toBeUndefined();
    expect(bytesOf(policy, engine.initial)).toBe(bytesOf(policy, engine.initial));
  });

  it('tells every rule that was asked, with its place and result [KSS-1]', () => {
    const engine = bothEngines(
      solutionWith('request { grant () }\nrequest dst=t.Server { deny () }'),
    );

    const { verdict } = engine.decide(engine.initial, ping);

    expect(
      verdict.by.map(({ object, rule, at, result }) => [object, rule, at.line, result]),
    ).toEqual([
      ['base', 'grant', 10, 'granted'],
      ['base', 'deny', 11, 'denied'],
    ]);
  });

  it('gives the same answer twice in one context [KSS-1]', () => {
    const engine = bothEngines(solutionWith(`${flow}request { gate.init { sid : src_sid } }`));

    const [first, second] = [ping, ping].map((event) => engine.decide(engine.initial, event));

    expect(first?.verdict).toEqual(second?.verdict);
  });
});

describe('Flow', () => {
  const policy = (rules: string): string =>
    `${flow}request method=Note { gate.init { sid : src_sid } }\nrequest method=Ping { ${rules} }`;
  const note = eventOf('request', 'Note');

  it.each([
    ['enters a state over an edge', 'gate.enter { sid : src_sid, state : "open" }', 'granted'],
    [
      'refuses a state without an edge',
      'gate.enter { sid : src_sid, state : "shut" }',
      'ruleRefused',
    ],
    ['allows a listed state', 'gate.allow { sid : src_sid, states : ["shut"] }', 'granted'],
    ['refuses another', 'gate.allow { sid : src_sid, states : ["open"] }', 'ruleRefused'],
    ['refuses a second init', 'gate.init { sid : src_sid }', 'ruleRefused'],
    ['ends a machine', 'gate.fini { sid : src_sid }', 'granted'],
    ['refuses an SID that has none', 'gate.enter { sid : dst_sid, state : "open" }', 'ruleRefused'],
    ['refuses an SID out of range', 'gate.init { sid : 65536 }', 'ruleRefused'],
    [
      'yields its state',
      'choice (gate.query { sid : src_sid }) { "shut" : grant () _ : deny () }',
      'granted',
    ],
    [
      'fails to yield what is not there',
      'choice (gate.query { sid : dst_sid }) { _ : grant () }',
      'failed',
    ],
  ])('%s [KSS-1]', (_, rules, expected) => {
    expect(answersOf(policy(rules), note, ping)).toEqual(['granted', expected]);
  });

  it('forgets an SID that is released [KSS-2]', () => {
    const engine = bothEngines(
      solutionWith(policy('gate.allow { sid : src_sid, states : ["shut"] }')),
    );
    const { next = engine.initial } = engine.decide(engine.initial, note);

    expect(engine.decide(next, ping).verdict.kind).toBe('granted');
    expect(engine.decide(engine.release(next, sidOf(3)), ping).verdict.kind).toBe('denied');
  });
});

describe('HashSet', () => {
  const policy = (rules: string): string =>
    `${set}request method=Note { seen.init { sid : src_sid } seen.add { sid : src_sid, entry : 5 } }
     request method=Ping dst=t.Server { ${rules} }`;

  it.each([
    ['grants adding what is there', 'seen.add { sid : src_sid, entry : 5 }', 'granted'],
    ['refuses when full', 'seen.add { sid : src_sid, entry : 6 }', 'ruleRefused'],
    [
      'grants removing what is there',
      'seen.remove { sid : src_sid, entry : 5 } seen.add { sid : src_sid, entry : 6 }',
      'granted',
    ],
    ['grants removing what is not', 'seen.remove { sid : src_sid, entry : 9 }', 'granted'],
    ['refuses a second init', 'seen.init { sid : src_sid }', 'ruleRefused'],
    ['refuses when the pool is empty', 'seen.init { sid : dst_sid }', 'ruleRefused'],
    ['gives the table back', 'seen.fini { sid : src_sid } seen.init { sid : dst_sid }', 'granted'],
    ['refuses an SID without a set', 'seen.add { sid : dst_sid, entry : 1 }', 'ruleRefused'],
    ['contains', 'assert (seen.contains { sid : src_sid, entry : 5 })', 'granted'],
    ['does not contain', 'assert (seen.contains { sid : src_sid, entry : 6 })', 'ruleRefused'],
    ['fails without a set', 'assert (seen.contains { sid : dst_sid, entry : 5 })', 'failed'],
    [
      'fails for an entry that its type does not hold',
      'seen.add { sid : src_sid, entry : message.value * 100 }',
      'failed',
    ],
  ])('%s [KSS-1]', (_, rules, expected) => {
    expect(answersOf(policy(rules), eventOf('request', 'Note'), ping)).toEqual([
      'granted',
      expected,
    ]);
  });
});

describe('expressions', () => {
  const pair = (a: bigint, b: string) => ({
    pair: {
      kind: 'record',
      fields: new Map<string, bigint | string>([
        ['a', a],
        ['b', b],
      ]),
    } as const,
  });
  const send = eventOf('request', 'Send', { ...pair(3n, 'ab'), list: [1n, 2n] });

  it.each([
    ['message.pair.a == 3 && message.pair.b == "ab"', 'granted'],
    ['message.list.[1] == 2', 'granted'],
    ['message.list.[2] == 2', 'failed'],
    ['message.list.[0 - 1] == 2', 'failed'],
    ['size (message.list) == 2 && size (message.pair.b) == 2', 'granted'],
    ['message.either.number == 0', 'granted'],
    ['message.either.text == ""', 'failed'],
    ['message.handle.handle == 0 && message.handle.rights == 0', 'granted'],
    ['1 + 2 * 3 == 7 && (1 + 2) * 3 == 9', 'granted'],
    ['6 & 3 | 8 == 10', 'granted'],
    ['false ==> false', 'granted'],
    ['true ==> false ==> true', 'granted'],
    ['~message.pair.a == 252', 'granted'],
    ['~message.handle.rights == 0xFFFFFFFF', 'granted'],
    ['~3 == 0 - 4', 'granted'],
    ['bool.all ([true, 1 < 2]) && !bool.any ([])', 'granted'],
    ['math.sum ([1, 2, 3]) == 6 && math.product ([]) == 1', 'granted'],
    ['math.uint16 (65535 + math.abs (1)) == 65536', 'failed'],
    ['pred.empty ("") && !pred.empty (message.list)', 'granted'],
    ['(bool.cond { if : message.pair.a > 2, then : 1, else : 2 }) == 1', 'granted'],
    ['0xFF == 255 && 0o17 == 15', 'granted'],
  ])('assert (%s) is %s [KSS-1]', (expression, expected) => {
    const policy = `request dst=t.Server method=Send { assert (${expression}) }`;

    expect(answersOf(policy, send)).toEqual([expected]);
  });
});

describe('audit', () => {
  const audited = (policy: string, event: SecurityEvent): readonly string[] | undefined => {
    const engine = bothEngines(solutionWith(policy));
    const { audit } = engine.decide(engine.initial, event);
    return audit?.findings.map(({ object, rule, result }) => `${object}.${rule} ${result}`);
  };
  const profile = `audit profile loud = { 0 : { base : { kss : ["denied"] } }, 1 : { base : { kss : ["granted"] } } }
audit default = loud 0
`;

  it('records what no rule covers and what is malformed, whatever the profile says [AUD-1]', () => {
    expect(audited('', ping)).toEqual([]);
    expect(audited('request { grant () }', eventOf('request', 'Ping', { value: 'x' }))).toEqual([]);
  });

  it('records the results that the profile lists at the level in force [AUD-1]', () => {
    expect(audited(`${profile}request { grant () deny () }`, ping)).toEqual(['base.deny denied']);
    expect(audited(`${profile}request { grant () }`, ping)).toBeUndefined();
  });

  it('takes the innermost profile alone [AUD-1]', () => {
    const inner = `${profile}audit profile mute = { 0 : {} }\nrequest { audit mute deny () }`;

    expect(audited(inner, ping)).toBeUndefined();
  });

  it.each([
    ['"open"', 'shut', ['gate.allow granted']],
    ['"shut"', 'shut', undefined],
  ])('leaves out what omit : [%s] names, of a machine in %s [AUD-1]', (omit, _, expected) => {
    const policy = `${flow}audit profile p = { 0 : { gate : { kss : ["granted"], omit : [${omit}] } } }
audit default = p 0
request method=Note { audit empty gate.init { sid : src_sid } }
request method=Ping { gate.allow { sid : src_sid, states : ["shut"] } }`;
    const engine = interpret(solutionWith(policy));
    const context = contextAfter(policy, eventOf('request', 'Note'));

    const { audit } = engine.decide(context, ping);

    expect(
      audit?.findings.map(({ object, rule, result }) => `${object}.${rule} ${result}`),
    ).toEqual(expected);
  });

  it('records expressions like rules, before the rule that they are for [AUD-1]', () => {
    const policy = `${set}audit profile p = { 0 : { base : { kss : ["granted"] }, seen : { kss : ["granted", "denied"] } } }
audit default = p 0
request { seen.init { sid : src_sid } assert (!seen.contains { sid : src_sid, entry : 1 }) }
request { assert (seen.contains { sid : dst_sid, entry : 1 }) }`;

    expect(audited(policy, ping)).toEqual([
      'seen.init granted',
      'seen.contains granted',
      'base.assert granted',
      'seen.contains failed',
    ]);
  });

  it('moves to the level that a granted event sets [AUD-1]', () => {
    const policy = `${profile}request method=Note { set_level (1) } request method=Ping { grant () }`;
    const engine = bothEngines(solutionWith(policy));
    const { next = engine.initial } = engine.decide(engine.initial, eventOf('request', 'Note'));

    expect(engine.decide(next, ping).audit?.findings).toHaveLength(1);
  });
});
