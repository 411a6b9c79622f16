import { describe, expect, it } from 'vitest';
import { makeDecider } from '../../kss/decide/decider.ts';
import { catalogue } from '../../kss/catalogue.ts';
import { baseFiles, loadPolicy, policyHead, solutionWith } from '../../kss/test-solution.ts';
import { load } from '../load.ts';
import type { Loaded } from '../load.ts';

/** The same, where a file of the base solution is missing. */
const loadWithout = (file: string, policy: string): Loaded => {
  const files = new Map([...baseFiles, ['security.psl', `${policyHead}${policy}`]]);
  files.delete(file);
  return load({ name: 'test', files }, catalogue);
};

const codesWithout = (file: string, policy: string): readonly string[] =>
  loadWithout(file, policy)
    .diagnostics.filter(({ code }) => !['PSL-028', 'INIT-005', 'INIT-006'].includes(code))
    .map(({ code, severity }) => `${code} ${severity}`);

const codes = (policy: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
  loadPolicy(policy, more)
    .diagnostics.filter(({ code }) => !['PSL-028', 'INIT-005', 'INIT-006'].includes(code))
    .map(({ code, severity }) => `${code} ${severity}`);

const decide = (policy: string, event: object, more = {}): unknown =>
  makeDecider(solutionWith(policy, more)).decide(
    JSON.stringify({ id: 1, event: 'request', src: 't.Client', ...event }),
  );

describe('a class whose declaration is missing', () => {
  it.each([
    [
      'use kl.drivers.BSP._\nrequest dst=kl.drivers.BSP endpoint=a.b method=C { grant () }',
      ['PSL-026 warning'],
    ],
    [
      'use EDL t.Gone\nrequest dst=t.Gone endpoint=a.b method=C { grant () }',
      ['EDL-001 warning', 'PSL-026 warning'],
    ],
    [
      'use EDL t.Gone\nrequest dst=t.Gone endpoint=a.b { grant () }',
      ['EDL-001 warning', 'PSL-026 warning'],
    ],
    [
      'use EDL t.Gone\nrequest dst=t.Gone interface=a.B method=C { grant () }',
      ['EDL-001 warning', 'PSL-026 warning'],
    ],
    ['request dst=kl.core.Core endpoint=vmm.VMM method=Fly { grant () }', ['PSL-026 warning']],
    ['request dst=kl.core.Core endpoint=vmm.VMM method=Free { grant () }', []],
    ['request dst=kl.core.Core interface=kl.core.VMM method=Free { grant () }', []],
    ['request endpoint=vmm.VMMM { grant () }', ['PSL-014 error']],
    [
      'use EDL t.Gone\nrequest endpoint=what.ever { grant () }',
      ['EDL-001 warning', 'PSL-026 warning'],
    ],
    [
      'use kl.drivers.SDCard._\nsecurity src = kl.drivers.SDCard, method = Register { grant () }',
      ['PSL-026 warning'],
    ],
  ])('takes %j with %j [LANG-5]', (policy, expected) => {
    expect(codes(policy)).toEqual(expected);
  });

  it('answers with the mark of what is not modelled [TYPE-1]', () => {
    const policy =
      'request dst=kl.core.Core endpoint=thread.Thread method=SetTls { assert (message.size == 1) }';
    const call = { dst: 'kl.core.Core', endpoint: 'thread.Thread', method: 'SetTls' };

    expect([
      decide(policy, { ...call, message: { size: 1 } }),
      decide(policy, { ...call, message: {} }),
      decide(policy, { ...call, message: { size: 1, other: 'x' } }),
      decide(policy, { ...call, message: { size: [1] } }),
      decide(policy, { ...call, message: { size: true } }),
      decide(policy, { ...call, method: 'Fly' }),
    ]).toMatchObject([
      { verdict: 'granted', unmodelled: true },
      { verdict: 'denied', because: 'failed', unmodelled: true },
      { verdict: 'granted', unmodelled: true },
      { verdict: 'denied', because: 'malformed', unmodelled: true },
      { verdict: 'denied', because: 'malformed', unmodelled: true },
      { verdict: 'denied', because: 'unknownMethod' },
    ]);
  });

  it('marks no answer whose parameters are all known [TYPE-1]', () => {
    const answer = decide('request { grant () }', {
      dst: 't.Server',
      endpoint: 'direct',
      method: 'Note',
    });

    expect(answer).not.toHaveProperty('unmodelled');
  });

  it('marks an answer of a method with one type that is not there [TYPE-1]', () => {
    const more = {
      't/Ping.idl': 'package t.Ping\nimport far.Away\ninterface { Ping(in UInt8 a, in Far b); }',
    };
    const call = { dst: 't.Server', endpoint: 'direct', method: 'Ping', message: { a: 1, b: 'x' } };

    expect(decide('request { grant () }', call, more)).toMatchObject({
      verdict: 'granted',
      unmodelled: true,
    });
  });

  it('reads one EDL under several names, and refuses one name for two [LANG-3]', () => {
    expect([
      codes('task class a.B : t.Server\ntask class a.C : t.Server'),
      codes('task class a.B : t.Server\ntask class a.B : t.Server'),
      codes('task class a.B : t.Server\ntask class a.B : t.Client'),
      codes('task class t.Client : t.Server'),
    ]).toEqual([[], [], ['PSL-029 error'], ['PSL-029 error']]);
  });

  it.each([
    ['request dst=t.Server method=Off { grant () }', 'PSL-026 warning'],
    ['request endpoint=direct method=Off { grant () }', 'PSL-026 warning'],
    ['request interface=t.Ping method=Off { grant () }', 'PSL-026 warning'],
    ['request dst=t.Server component=t.Impl method=Off { grant () }', 'PSL-026 warning'],
    ['response src=t.Server method=Off { grant () }', 'PSL-026 warning'],
    ['request dst=t.Server interface=t.Ping method=Off { grant () }', 'PSL-026 warning'],
  ])('takes %j where the interface has no file [LANG-5]', (policy, expected) => {
    expect(new Set(codesWithout('t/Ping.idl', policy))).toEqual(
      new Set(['CDL-001 warning', expected]),
    );
  });

  it('refuses what a whole interface lacks, though another part of the class is missing [LANG-3]', () => {
    const policy = 'request dst=t.Server endpoint=direct method=Nope { grant () }';

    expect(codesWithout('t/Impl.cdl', policy)).toContain('PSL-016 error');
  });

  it.each(['', 'interface=t.Register '])(
    'adds a security method to an interface without a file, named with %j [TYPE-1]',
    (named) => {
      const policy = `security src=t.Client ${named}method=Register { assert (message.badge == 1) }`;
      const { solution } = loadWithout('t/Register.idl', policy);
      if (solution === undefined) throw new Error('it does not load');
      const decider = makeDecider(solution);
      const event = { id: 1, event: 'security', src: 't.Client', method: 'Register' };

      expect(decider.decide(JSON.stringify({ ...event, message: { badge: 1 } }))).toMatchObject({
        verdict: 'granted',
        unmodelled: true,
      });
    },
  );
});
