import { describe, expect, it } from 'vitest';
import type { SecurityEvent } from '../model/security.ts';
import type { Value } from '../model/value.ts';
import type { Solution } from '../solution/solution.ts';
import { subjectsOf } from '../solution/subjects.ts';
import { bootLead, leadOn, noLead } from './explain/before.ts';
import { explanationText } from './explain/explanation-text.ts';
import { explain } from './explain.ts';
import { eventOf, solutionWith } from './test-solution.ts';

const ping = (value: bigint): SecurityEvent => eventOf('request', 'Ping', { value });

/** The event with the SIDs that events in words have. */
const inWords = (solution: Solution, event: SecurityEvent): SecurityEvent => {
  const { find } = subjectsOf(solution);
  const { source, destination } = event;
  const found = destination === undefined ? undefined : find(destination.name);
  return { ...event, source: find(source.name), destination: found };
};

const changesOf = (policy: string, event: SecurityEvent): readonly string[] => {
  const solution = solutionWith(policy);
  const { context } = noLead(solution);
  const { wouldChange } = explain(solution, context, inWords(solution, event));
  return wouldChange
    .filter(({ kind }) => kind !== 'asks')
    .map(({ kind, text }) => `${kind}: ${text}`);
};

const send = (fields: Readonly<Record<string, Value>>): SecurityEvent =>
  eventOf('request', 'Send', fields);

describe('explain', () => {
  it('names the deciding rule, its place, and the values of its condition [VER-1]', () => {
    const solution = solutionWith(
      'request method=Ping dst=t.Server { grant () assert (message.value > 9) }',
    );

    const { verdict, because, tree } = explain(solution, noLead(solution).context, ping(7n));

    expect([verdict, because]).toEqual(['denied', 'ruleRefused']);
    expect(tree.map(({ rule, at, decides }) => [rule, at, decides])).toEqual([
      ['base.grant', 'security.psl:10:36', false],
      ['base.assert', 'security.psl:10:45', true],
    ]);
    expect(tree[1]?.argument).toEqual({
      expression: 'message.value > 9',
      value: 'false',
      parts: [{ expression: 'message.value', value: '7', parts: [] }],
    });
  });

  it('tells the nearest value that changes the verdict, as the engine judges it [VER-1]', () => {
    const solution = solutionWith(
      'request method=Ping dst=t.Server { assert (message.value <= 40) }',
    );

    const { wouldChange } = explain(solution, noLead(solution).context, ping(41n));

    expect(wouldChange).toEqual([
      {
        kind: 'message',
        text: 'message.value = 40 instead of 41: granted',
        change: 'message.value = 40 instead of 41',
        event: 'request client ~> server : impl.ping.Ping { value : 40 }',
        verdict: 'granted',
      },
      {
        kind: 'asks',
        text: 'assert (message.value <= 40) at security.psl:10:36 must grant: the condition is false',
      },
    ]);
  });

  it('looks on both sides, and keeps to masks [VER-1]', () => {
    expect(
      changesOf('request method=Ping { assert (message.value & 15 == 3) }', ping(40n)),
    ).toEqual(['message: message.value = 35 instead of 40: granted']);
  });

  it('changes two parameters where one does not suffice [VER-1]', () => {
    const policy = `request method=Send {
        assert (message.pair.a > 3)  assert (message.pair.b == "on")  assert (message.either.number < 9)
    }`;

    expect(changesOf(policy, send({}))).toEqual([
      'message: message.pair.a = 4 instead of 0, message.pair.b = "on" instead of "": granted',
    ]);
  });

  it('changes the member of a union, and the length of a sequence [VER-1]', () => {
    expect(
      changesOf('request method=Send { assert (message.either.text == "") }', send({})),
    ).toEqual(['message: message.either holds text instead of number: granted']);
    expect(
      changesOf('request method=Send { assert (size (message.list) == 2) }', send({})),
    ).toEqual(['message: message.list of 2 elements instead of 0: granted']);
  });

  it('tells what denies an event that is granted [VER-1]', () => {
    expect(changesOf('request method=Ping { assert (message.value < 9) }', ping(5n))).toEqual([
      'message: message.value = 9 instead of 5: denied',
    ]);
  });

  it('tells the shortest sequence of events before that changes the verdict [VER-1]', () => {
    const policy = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut", transitions : { "shut" : ["open"] } } }
execute src=Einit dst=t.Client { gate.init { sid : dst_sid } }
request method=Ping { assert (message.value == 7) gate.enter { sid : src_sid, state : "open" } }
request method=Note dst=t.Server { gate.allow { sid : src_sid, states : ["open"] } }`;

    expect(changesOf(policy, eventOf('request', 'Note'))).toEqual([
      'context: after execute Einit ~> client, then request client ~> server : direct.Ping { value : 7 }: granted',
    ]);
  });

  it('changes message and context together where neither suffices [VER-1]', () => {
    const policy = `policy object seen : HashSet { type Entry = UInt32  config = { set_size : 4, pool_size : 1 } }
execute src=Einit dst=t.Server { seen.init { sid : dst_sid } }
request method=Ping dst=t.Server { assert (message.value < 5) seen.add { sid : dst_sid, entry : message.value } }`;

    const [first] = changesOf(policy, ping(9n));

    expect(first).toBe(
      'both: after execute Einit ~> server, with message.value = 4 instead of 9: granted',
    );
  });

  it('tells that nothing but another policy grants an event that no rule covers [VER-1]', () => {
    expect(changesOf('', ping(1n))).toEqual([
      'rule: no rule covers this event: a rule that grants it would',
    ]);
  });

  it('tells the rule that is in the way whatever the event [VER-1]', () => {
    expect(changesOf('request method=Ping { deny () }', ping(1n))).toEqual([
      'rule: deny () at security.psl:10:23 denies whenever it is asked',
    ]);
  });

  it('proves that no message is granted where conditions contradict each other [VER-1]', () => {
    expect(
      changesOf(
        'request method=Ping { assert (message.value < 5) assert (message.value > 9) }',
        ping(7n),
      ),
    ).toEqual(['rule: another message alone does not change it in this context']);
  });

  it('says what it did not decide rather than that there is no change [VER-1]', () => {
    expect(
      changesOf(
        'request method=Ping { assert (message.value * message.value == 15241578750190521) }',
        ping(7n),
      ),
    ).toEqual([
      'unknown: a message that changes it may exist: not decided was (message.value * message.value) == 15241578750190521: it is no condition of comparisons, sums, masks, texts and entries alone',
    ]);
  });

  it('says of a malformed message what is wrong with it [VER-1]', () => {
    expect(changesOf('request { grant () }', eventOf('request', 'Ping', { strange: 1n }))).toEqual([
      'event: a message that is well formed: strange is not declared',
    ]);
  });
});

describe('bootLead', () => {
  it('raises the execute events of a boot, and drops what is kept of Einit [VER-1]', () => {
    const solution = solutionWith('execute { grant () }');

    expect(bootLead(solution).before).toEqual(
      [
        'kl.core.Core ~> kl.core.Core',
        'kl.core.Core ~> Einit',
        'Einit ~> client',
        'Einit ~> server',
      ].map((one) => ({ event: `execute ${one}`, verdict: 'granted' })),
    );
  });

  it('ends where the kernel is denied [VER-1]', () => {
    const solution = solutionWith('execute src=Einit { grant () }');

    expect(bootLead(solution).before).toEqual([
      { event: 'execute kl.core.Core ~> kl.core.Core', verdict: 'denied' },
    ]);
  });
});

describe('explanationText', () => {
  it('says what came before, what was asked, and what would change it [VER-1]', () => {
    const solution = solutionWith('request method=Ping { assert (message.value == 7) }');
    const lead = leadOn(solution, noLead(solution), ping(7n));
    const explanation = {
      ...explain(solution, lead.context, ping(9n)),
      after: lead.before,
    };

    expect(explanationText(explanation).split('\n')).toEqual([
      'request client ~> server : impl.ping.Ping { value : 9 }',
      'after',
      '    request client ~> server : impl.ping.Ping { value : 7 }  granted',
      'denied (ruleRefused)',
      'rules asked, ▸ the deciding ones:',
      '  ▸ security.psl:10:23  base.assert  denied (the condition is false)',
      '        message.value == 7 = false',
      '          message.value = 9',
      'what would change it:',
      '  ▸ message.value = 7 instead of 9: granted',
      'what the rules ask for:',
      '    assert (message.value == 7) at security.psl:10:23 must grant: the condition is false',
    ]);
  });
});
