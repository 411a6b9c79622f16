import { describe, expect, it } from 'vitest';
import type { SecurityEvent } from '../model/security.ts';
import { standardSwitches } from '../spec/switches.ts';
import type { Switches } from '../spec/switches.ts';
import { standardOptions } from './engine-options.ts';
import { bothEngines } from './test-both-engines.ts';
import { eventOf, solutionWith } from './test-solution.ts';

/** The reasons, or `granted`, of events one after the other, by both engines under some readings. */
const run = (
  policy: string,
  events: readonly SecurityEvent[],
  other: Partial<Switches> = {},
): readonly string[] => {
  const options = { ...standardOptions, switches: { ...standardSwitches, ...other } };
  const engine = bothEngines(solutionWith(policy), options);
  let context = engine.initial;
  return events.map((event) => {
    const { verdict, next } = engine.decide(context, event);
    context = next ?? context;
    return verdict.kind === 'granted' ? 'granted' : verdict.because;
  });
};

const note = eventOf('request', 'Note');
const ping = (value: bigint): SecurityEvent => eventOf('request', 'Ping', { value });
const send = (list: readonly bigint[]): SecurityEvent => eventOf('request', 'Send', { list });

const seen = `policy object seen : HashSet {
    type Entry = UInt8
    config = { set_size : 4, pool_size : 4 }
}`;

describe('the order of calls (C-20)', () => {
  const twoCalls = `${seen}
request method=Note { seen.add { sid : src_sid, entry : 1 } seen.init { sid : src_sid } }`;
  const twoBindings = `${seen}
request method=Note { seen.add { sid : src_sid, entry : 1 } }
request method=Note { seen.init { sid : src_sid } }`;

  it('is that of the text, or its reverse, within a body [KSS-1]', () => {
    expect(run(twoCalls, [note])).toEqual(['ruleRefused']);
    expect(run(twoCalls, [note], { order: 'reversed' })).toEqual(['granted']);
  });

  it('is that of the text, or its reverse, from binding to binding [KSS-1]', () => {
    expect(run(twoBindings, [note])).toEqual(['ruleRefused']);
    expect(run(twoBindings, [note], { order: 'reversed' })).toEqual(['granted']);
  });

  it('has the scrutinee before its cases either way [KSS-1]', () => {
    const policy = `${seen}
request method=Ping {
    grant ()
    seen.init { sid : src_sid }
    choice (message.value) {
        1 : { seen.add { sid : src_sid, entry : 1 } }
        2 : { }
    }
}`;

    const each = (other: Partial<Switches>) =>
      [1n, 2n, 3n].map((value) => run(policy, [ping(value)], other)[0]);

    expect(each({})).toEqual(['granted', 'granted', 'failed']);
    expect(each({ order: 'reversed' })).toEqual(['ruleRefused', 'granted', 'failed']);
  });
});

describe('logical operators (C-24)', () => {
  const short = { logic: 'shortCircuit' } as const;
  const asserted = (condition: string): string => `request method=Send { assert (${condition}) }`;

  it.each([
    ['size (message.list) == 0 || message.list.[0] == 1'],
    ['size (message.list) > 0 ==> message.list.[0] == 1'],
    ['!(size (message.list) > 0 && message.list.[0] != 1)'],
    ['bool.cond { if : size (message.list) == 0, then : 1, else : message.list.[0] } == 1'],
    ['bool.cond { else : 1, then : message.list.[0], if : size (message.list) > 0 } == 1'],
  ])('evaluate %s as a whole, or as far as they must [KSS-1]', (condition) => {
    const policy = `use nk.basic._\n${asserted(condition)}`;
    const events = [send([]), send([1n]), send([2n])];

    expect(run(policy, events)).toEqual(['failed', 'granted', 'ruleRefused']);
    expect(run(policy, events, short)).toEqual(['granted', 'granted', 'ruleRefused']);
  });

  it('fail where what must be evaluated fails [KSS-1]', () => {
    const policies = [
      'message.list.[0] == 1 || true',
      'false || message.list.[0] == 1',
      'true ==> message.list.[0] == 1',
      'bool.cond { if : true, then : message.list.[0], else : 1 } == 1',
      'bool.cond { if : message.list.[0] == 1, then : 1, else : 1 } == 1',
    ].map(asserted);

    expect(policies.map((policy) => run(policy, [send([])], short))).toEqual(
      policies.map(() => ['failed']),
    );
  });
});

describe('integer arithmetic (C-26)', () => {
  const wraps = { overflow: 'wraps' } as const;
  const greatest = '18446744073709551615';
  const least = '(0 - 9223372036854775807 - 1)';

  it.each([
    [`${greatest} + message.value == 0`],
    [`${greatest} * (message.value + 1) == 18446744073709551614`],
    [`${least} - message.value == 9223372036854775807`],
    [`~(${greatest} * message.value) == 0`],
    [`-(${greatest} * message.value) == 1`],
    [`math.sum [${greatest}, message.value, 5] == 5`],
    [`math.product [${greatest}, message.value + 1] == 18446744073709551614`],
  ])('fails beyond 64 bits, or wraps modulo 2⁶⁴: %s [KSS-1]', (condition) => {
    const policy = `request method=Ping { assert (${condition}) }`;

    expect(run(policy, [ping(1n)])).toEqual(['failed']);
    expect(run(policy, [ping(1n)], wraps)).toEqual(['granted']);
  });

  it('leaves what is in range as it is [KSS-1]', () => {
    const policy = `request method=Ping {
    assert (${greatest} - 1 + message.value == ${greatest})
    assert (${least} == 0 - 9223372036854775808 * message.value)
    assert (math.neg (message.value) == -1)
}`;

    expect(run(policy, [ping(1n)])).toEqual(['granted']);
    expect(run(policy, [ping(1n)], wraps)).toEqual(['granted']);
  });
});
