import { describe, expect, it } from 'vitest';
import { handleId, sidOf } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import { record } from '../../model/value.ts';
import { exploring, running } from '../kernel.ts';
import type { Kernel, Limits } from '../kernel.ts';
import {
  all,
  call,
  fourProcesses,
  kernelOf as kernelWith,
  local,
  recv,
  reply,
  runAll,
  service,
  threadOf,
} from './test-kernel.ts';
import type { State } from './test-kernel.ts';

const kernelOf = (policy: string, limits: Limits = exploring): Kernel<State> =>
  kernelWith(policy, { limits, files: fourProcesses });

const [client, other, server, third] = [
  threadOf(0),
  threadOf(1),
  threadOf(2),
  threadOf(3),
] as const;

describe('boot', () => {
  const summary = (policy: string) => {
    const { events, halted, state } = kernelOf(policy).boot();
    return {
      halted,
      events: events.map(
        ({ event, verdict }) =>
          `${event.source.name} ${event.destination?.name ?? ''} ${verdict.kind}`,
      ),
      started: kernelOf(policy)
        .facts(state)
        .processes.map(({ state: stage }) => stage === 'running'),
    };
  };

  it('starts the kernel, Einit, then every process in the order of init.yaml [IPC-1]', () => {
    expect(summary('execute { grant () }')).toEqual({
      halted: false,
      events: [
        'kl.core.Core kl.core.Core granted',
        'kl.core.Core Einit granted',
        'Einit client granted',
        'Einit other granted',
        'Einit server granted',
        'Einit third granted',
      ],
      started: [true, true, true, true],
    });
  });

  it('halts where the kernel or Einit is denied [IPC-1]', () => {
    expect(summary('').halted).toBe(true);
    expect(summary('execute dst=kl.core.Core { grant () }')).toMatchObject({
      halted: true,
      started: [false, false, false, false],
    });
  });

  it('leaves a process unstarted whose start is denied, and goes on [IPC-1]', () => {
    const policy =
      'execute src=kl.core.Core { grant () } execute src=Einit dst=t.Server { grant () }';

    expect(summary(policy)).toMatchObject({ halted: false, started: [false, false, true, true] });
    expect(kernelOf(policy).ready(kernelOf(policy).boot().state)).toEqual([server, third]);
  });
});

describe('call, recv and reply', () => {
  it('meet: the caller waits until the server has answered [IPC-1]', () => {
    const kernel = kernelOf(all);
    const { step } = runAll(
      kernel,
      [server, recv],
      [client, call('Ping', { value: 5n })],
      [server, reply()],
    );

    expect(step.outcome).toEqual({ kind: 'done', result: { kind: 'replied' } });
    expect(step.completions).toEqual([
      {
        of: client,
        outcome: {
          kind: 'done',
          result: { kind: 'answered', as: 'response', message: record([['result', 0n]]) },
        },
      },
    ]);
    expect(kernel.ready(step.next)).toEqual([client, other, server, third]);
  });

  it('serve requests in the order of their calls [IPC-2]', () => {
    const kernel = kernelOf(all);
    const { step } = runAll(kernel, [other, call('Note')], [client, call('Ping')], [server, recv]);

    expect(step.outcome).toMatchObject({
      kind: 'done',
      result: { kind: 'received', method: 'Note' },
    });
    expect(kernel.facts(step.next).pending).toMatchObject([
      { client, method: 'Ping', taken: false },
      { client: other, method: 'Note', taken: true },
    ]);
  });

  it('nest: a server that serves may call [IPC-1]', () => {
    const kernel = kernelOf(all);
    const { step } = runAll(kernel, [client, call('Note')], [server, recv], [server, call('Note')]);

    expect(step.outcome).toEqual({ kind: 'blocked' });
    expect(kernel.facts(step.next).threads[server]).toMatchObject({
      waits: 'forServer',
      serves: client,
    });
  });

  it('throws a defect for a thread that cannot act [IPC-1]', () => {
    const kernel = kernelOf(all);

    expect(() => runAll(kernel, [server, recv], [server, recv])).toThrow(
      'a thread acted that cannot',
    );
  });

  it.each([
    [
      'a handle that names nothing',
      [[client, call('Ping', {}, { handle: 9 })]],
      'badHandle',
      'rcResourceNotFound',
    ],
    [
      'a handle in the message that names nothing',
      [[client, call('Send', { handle: { kind: 'localHandle', number: handleId(9), rights: 0 } })]],
      'badHandle',
      'rcResourceNotFound',
    ],
    [
      'a forged handle',
      [[client, call('Send', { handle: { kind: 'handle', sid: sidOf(9), rights: 0 } })]],
      'badHandle',
      'rcResourceNotFound',
    ],
    [
      'a handle in a message to a process without the transfer right',
      [
        [client, service('handle.Handle.Copy', { inHandle: local(0), newRightsMask: 0x1_0000n })],
        [client, call('Send', { handle: local(2) })],
      ],
      'rightsMissing',
      'rcSecurityDisallow',
    ],
    [
      'a second recv',
      [
        [client, call('Note')],
        [server, recv],
        [server, recv],
      ],
      'alreadyServing',
      'rcInvalidThreadState',
    ],
    ['a reply without a request', [[server, reply()]], 'notServing', 'rcInvalidThreadState'],
  ] as const)(
    'refuse %s, before anything is judged, and change nothing [IPC-1] [DENY-2]',
    (_, actions, because, retcode) => {
      const { before, step } = runAll(kernelOf(all), ...actions);

      expect(step.outcome).toEqual({ kind: 'refused', because, retcode });
      expect(step.events).toEqual([]);
      expect(step.next).toBe(before);
    },
  );

  it.each([
    ['that no rule covers', 'execute { grant () }', call('Ping'), 'noRule'],
    ['that a rule refuses', `${all} request { deny () }`, call('Ping'), 'ruleRefused'],
    ['of a wrong type', all, call('Ping', { value: 'text' }), 'malformed'],
    ['of an unknown method', all, call('Pong'), 'unknownMethod'],
  ])('change nothing but the audit log by a request %s [DENY-2]', (_, policy, intent, because) => {
    const { before, step } = runAll(kernelOf(policy, running), [client, intent]);

    expect(step.outcome).toMatchObject({
      kind: 'denied',
      ends: 'call',
      phase: 'request',
      verdict: { because },
    });
    expect(step.next.context).toBe(before.context);
    expect(step.next.objects.threads).toBe(before.objects.threads);
    expect(step.next.objects.handles).toBe(before.objects.handles);
    expect(step.next.objects.processes).toBe(before.objects.processes);
  });

  it('end both the reply and the call where the response is denied, and withhold the answer [IPC-2]', () => {
    const kernel = kernelOf('execute { grant () } request { grant () }');
    const { step } = runAll(kernel, [client, call('Ping')], [server, recv], [server, reply()]);

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'reply', phase: 'response' });
    expect(step.completions).toMatchObject([
      { of: client, outcome: { kind: 'denied', ends: 'call' } },
    ]);
    expect(kernel.ready(step.next)).toEqual([client, other, server, third]);
  });
});

describe('the audit log', () => {
  it('keeps the newest records and counts what is lost, up to a limit [AUD-1]', () => {
    const kernel = kernelOf('execute { grant () }', { ...exploring, auditRecords: 2, lost: 3 });
    const calls = Array.from({ length: 9 }, () => [client, call('Ping')] as const);
    const { audit } = runAll(kernel, ...calls).step.next.objects;

    expect([audit.records.length, audit.lost]).toEqual([2, 3]);
  });
});

describe('kernel services', () => {
  const copy = (number: number, mask = 0xffff_ffffn): Intent =>
    service('handle.Handle.Copy', { inHandle: local(number), newRightsMask: mask });
  const close = (number: number): Intent =>
    service('handle.Handle.Close', { handle: local(number) });

  it('copy a handle with no more rights than it has [CAP-1]', () => {
    const { step } = runAll(kernelOf(all), [client, copy(1, 0x1_0000n)]);

    expect(step.outcome).toMatchObject({ kind: 'done' });
    expect(step.next.objects.handles[0]?.map((handle) => handle?.rights)).toEqual([
      0x1_0007, 0x1_0007, 0x1_0000,
    ]);
    expect(step.events.map(({ event }) => event.kind)).toEqual(['request', 'response']);
  });

  it('show the engine an SID in place of a handle [IPC-3]', () => {
    const policy = `${all} request dst=kl.core.Core method=Close { assert (message.handle.handle == 7) }`;

    expect(runAll(kernelOf(policy), [client, close(1)]).step.outcome.kind).toBe('done');
    expect(runAll(kernelOf(policy), [client, close(0)]).step.outcome.kind).toBe('denied');
  });

  it('close a handle, whose number is free again [IPC-3]', () => {
    const kernel = kernelOf(all);

    expect(runAll(kernel, [client, close(1)], [client, call('Ping')]).step.outcome).toMatchObject({
      because: 'badHandle',
    });
    expect(
      runAll(kernel, [client, close(1)], [client, copy(0)]).step.next.objects.handles[0],
    ).toHaveLength(2);
  });

  it.each([
    ['without the copy right', [copy(1, 0x1_0000n), copy(2)], 'rightsMissing'],
    ['into a full table', Array.from({ length: 7 }, () => copy(1)), 'tableFull'],
    [
      'of a handle without the call right, to call with',
      [copy(1, 0x1n), call('Ping', {}, { handle: 2 })],
      'rightsMissing',
    ],
  ])('refuse a copy %s [CAP-1]', (_, intents, because) => {
    const { before, step } = runAll(
      kernelOf(all),
      ...intents.map((intent) => [client, intent] as const),
    );

    expect(step.outcome).toMatchObject({ kind: 'refused', because });
    expect(step.next.objects.handles).toBe(before.objects.handles);
  });

  it('tell a refusal by its retcode in a response that is judged itself [IPC-3]', () => {
    const policy = `${all} response src=kl.core.Core { assert (message.rc == -3) }`;
    const kernel = kernelOf(policy);
    const { step } = runAll(kernel, [client, copy(1, 0x1_0000n)]);

    expect(step.outcome).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(step.next.objects.handles[0]).toHaveLength(2);
  });

  it('refuse a null handle [IPC-3]', () => {
    const nothing = call('Close', {}, { handle: 0, endpoint: 'handle.Handle' });

    expect(runAll(kernelOf(all), [client, nothing]).step.outcome).toMatchObject({
      because: 'badHandle',
    });
  });
});
