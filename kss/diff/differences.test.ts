import { describe, expect, it } from 'vitest';
import { exampleFiles } from '../../examples/embedded.ts';
import { loadSolution } from '../../library/load-solution.ts';
import { policyHead, solutionWith } from '../test-solution.ts';
import { differencesOf } from './differences.ts';
import { diffText } from './diff-text.ts';
import { groupsOf } from './groups.ts';

const gate = `policy object gate : Flow {
    type State = "shut" | "open"
    config = { states : ["shut", "open"], initial : "shut",
               transitions : { "shut" : ["open"], "open" : ["shut"] } } }
`;

/** What the two policies differ in: by change, source, destination, method, condition. */
const between = (first: string, second: string) => {
  const found = differencesOf(solutionWith(first), solutionWith(second));
  return {
    ...found,
    groups: groupsOf(found.differences).map(({ change, event, sources, methods, when }) => [
      change,
      event,
      sources.join(),
      methods.map(({ endpoint, method }) => `${endpoint ?? ''} ${method}`).join(),
      when.join(' and '),
    ]),
  };
};

const text = (first: string, second: string): string => {
  const found = differencesOf(solutionWith(first), solutionWith(second));
  return diffText(found, groupsOf(found.differences));
};

const ping = (body: string, src = 't.Client'): string =>
  `request src=${src} dst=t.Server endpoint=impl.ping method=Ping { ${body} }\n`;

describe('differencesOf', () => {
  it('finds none between a policy and the same with other words for it [POL-3]', () => {
    const { groups, reasons, slots, alike } = between(
      ping('assert (message.value > 9)'),
      `request dst=t.Server { match src=t.Client { match endpoint=impl.ping method=Ping {
         assert (9 < message.value) } } }`,
    );

    expect(groups).toEqual([]);
    expect(reasons).toEqual([]);
    expect(slots - alike).toBe(1);
  });

  it('tells what B grants and what B denies, each under its condition [POL-3]', () => {
    const { groups, reasons } = between(
      ping('assert (message.value > 9)'),
      ping('assert (message.value > 9 && message.value != 12 || message.value == 1)'),
    );

    expect(groups).toEqual([
      ['granted', 'request', 't.Client', 'impl.ping Ping', 'message.value == 1'], // prettier-ignore
      ['denied', 'request', 't.Client', 'impl.ping Ping', 'message.value == 12'],
    ]);
    expect(reasons).toEqual([]);
  });

  it('puts together what differs alike, of sources, destinations and methods [POL-3]', () => {
    const { groups } = between('', 'request dst=t.Server endpoint=impl.ping { grant () }');

    expect(groups).toEqual([
      [
        'granted',
        'request',
        'Einit,kl.core.Core,t.Client,t.Server',
        'impl.ping Ping,impl.ping Send,impl.ping Note',
        '',
      ],
    ]);
  });

  it('goes on through states by events that both grant, and tells them [POL-3]', () => {
    const policy = (states: string): string => `${gate}
      execute dst=t.Client { gate.init { sid : dst_sid } }
      request method=Note { gate.enter { sid : src_sid, state : "open" } }
      ${ping(`gate.allow { sid : src_sid, states : [${states}] }`)}`;

    expect(text(policy('"shut"'), policy('"shut", "open"'))).toBe(`B grants, A denies:
  request t.Client ~> t.Server : impl.ping.Ping
    when gate.allow { sid : src_sid, states : ["shut"] } denies and gate.allow { sid : src_sid, states : ["shut", "open"] } grants
    A: denied (ruleRefused): gate.allow at security.psl:17:74
    B: granted: gate.allow at security.psl:17:74
    witness: after
        execute Einit ~> client
        request client ~> server : direct.Note
      the event request client ~> server : impl.ping.Ping { value : 0 }
1229 kinds of events compared; at 1228 of them both policies ask the same
complete: true`);
  });

  it('says that a state of one policy alone, kept of a message, leaves it in doubt [POL-3]', () => {
    const seen = `policy object seen : HashSet { type Entry = UInt32
      config = { set_size : 2, pool_size : 2 } }
      execute dst=t.Client { seen.init { sid : dst_sid } }
      request method=Note { grant () }\n`;
    const { reasons } = between(
      `${seen}${ping('seen.add { sid : src_sid, entry : message.value }')}`,
      `${seen}${ping('assert (message.value < 3) seen.add { sid : src_sid, entry : message.value }')}`,
    );

    expect(reasons.map(({ what }) => what)).toContain('the state of seen');
  });

  it('compares what both have, and says what is in one alone [POL-3]', () => {
    const more = { 't/Other.edl': 'task class t.Other\nendpoints { extra : t.Ping }\n' };
    const a = solutionWith(ping('grant ()'));
    const b = solutionWith(`use EDL t.Other\n${ping('grant ()')}`, more);

    const { differences, reasons } = differencesOf(a, b);

    expect(differences).toEqual([]);
    expect(reasons.map(({ what }) => what)).toEqual([
      'class t.Other is in B alone: its events are not compared',
    ]);
  });

  it('takes execute events for the same, whatever their interface is called [POL-3]', () => {
    const policy = (head: string, states: string): string => `${head}${gate}
      execute { match interface=${head === '' ? 'kl.core.Execute' : 't.Exec'} { gate.init { sid : dst_sid } } }
      ${ping(`gate.allow { sid : src_sid, states : [${states}] }`)}`;
    const a = solutionWith(policy('', '"shut"'));
    const loaded = (states: string) => {
      const text = `${policyHead.replace('kl.core.Execute', 't.Exec')}${policy(' ', states)}`;
      return solutionWith('', { 'security.psl': text });
    };

    expect(differencesOf(a, loaded('"shut"'))).toMatchObject({ differences: [], reasons: [] });
    expect(differencesOf(a, loaded('"open"')).differences).toMatchObject([{ change: 'denied' }]);
  });

  it('compares nothing of a policy with a model of its own, and says so [POL-3]', () => {
    const solution = solutionWith(`${gate}${ping('grant ()')}`);
    const objects = solution.policy.objects.map((object) =>
      object.name.text === 'gate' ? { ...object, model: { ...object.model, text: 'Own' } } : object,
    );
    const own = { ...solution, policy: { ...solution.policy, objects } };

    const { differences, reasons } = differencesOf(own, solution);

    expect(differences).toEqual([]);
    expect(reasons.map(({ what }) => what)).toEqual(['a policy with "gate"']);
  });

  it('does not rely on SIDs that are other numbers in each [POL-3]', () => {
    const init = (...tasks: readonly (readonly [string, string])[]) => ({
      'init.yaml': `entities:\n${tasks.map(([of, name]) => `- {name: ${of}, task: ${name}}\n`).join('')}`,
    });
    const policy = (sid: number): string => ping(`assert (src_sid == ${String(sid)})`);
    const [client, server] = [
      ['t.Client', 'client'],
      ['t.Server', 'server'],
    ] as const;
    const a = solutionWith(policy(3), init(client, server));
    const b = solutionWith(policy(2), init(server, client));

    const { reasons } = differencesOf(a, b);

    expect(reasons.map(({ what }) => what)).toContain('the numbers of SIDs');
  });

  it('does not compare a method whose messages are not the same in both [POL-3]', () => {
    const other = { 't/Ping.idl': 'package t.Ping\ninterface { Ping(in UInt8 value); Note(); }' };
    const a = solutionWith(ping('grant ()'));
    const b = solutionWith(ping('deny ()'), other);

    const { differences, reasons } = differencesOf(a, b);

    expect(differences).toEqual([]);
    expect(reasons.map(({ what }) => what)).toContain(
      'method impl.ping.Ping of class t.Server is not the same in both: it is not compared',
    );
  });

  it('denies in A a method that B alone declares, and says that B grants it [POL-3]', () => {
    const files = (methods: string) => ({
      't/Ping.idl': `package t.Ping\ninterface { ${methods} }`,
    });
    const a = solutionWith('request { grant () }', files('Note();'));
    const b = solutionWith('request { grant () }', files('Note(); Extra();'));

    const { differences } = differencesOf(a, b);

    expect(new Set(differences.map(({ slot, change }) => `${slot.method} ${change}`))).toEqual(
      new Set(['Extra granted']),
    );
    expect(new Set(differences.map((one) => one.a.because))).toEqual(new Set(['unknownMethod']));
  });

  it('says in which policy, where the same words come to something else in each [POL-3]', () => {
    const policy = (objects: string): string => `${objects}
      execute dst=t.Client { gate.init { sid : dst_sid } }
      ${ping('assert (gate.query { sid : src_sid } == "shut")')}`;
    const { groups } = between(
      policy(gate),
      policy(gate.replace('initial : "shut"', 'initial : "open"')),
    );

    expect(groups.map(([change, event, , , when]) => [change, event, when])).toEqual([
      ['denied', 'request', 'in A: gate.query { sid : src_sid } == "shut"'],
    ]);
  });
});

describe('differencesOf of the example', () => {
  it('is without difference beside itself [POL-3]', () => {
    const files = exampleFiles.get('railway-crossing') ?? new Map<string, string>();
    const { solution } = loadSolution({ name: 'railway-crossing', files });
    if (solution === undefined) throw new Error('the example does not load');

    const { differences, reasons, slots, alike } = differencesOf(solution, solution);

    expect([differences, reasons]).toEqual([[], []]);
    expect(alike).toBe(slots);
  });
});
