import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  call,
  completionOf,
  entryOf,
  kernelOf,
  lendingProcesses as files,
  local,
  recv,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(2, roomy)] as const;

const begin = (policy: string) => new Driver(kernelOf(policy, { files, limits: roomy }));
const lendOne = call('Lend', { one: local(1) });

describe('a request with handles in it that is denied', () => {
  it('brings nothing into the table of the server [DENY-2] [CAP-1]', () => {
    const driver = begin(`${all} request dst=t.Server method=Lend { deny () }`);

    const step = driver.act(client, lendOne);

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'call', phase: 'request' });
    expect(step.next.objects.handles).toBe(driver.before.objects.handles);
    expect(step.next.objects.threads).toBe(driver.before.objects.threads);
  });

  it('was judged by the SID and by the rights that it lends, never by a number [MED-1]', () => {
    const driver = begin(all);
    const { sid } = entryOf(driver, 0, 1) ?? {};

    const step = driver.act(client, call('Lend', { one: local(1, 0x5) }));

    const { content } = step.events[0]?.event ?? {};
    const message = content?.kind === 'value' ? content.message : undefined;
    expect(message?.fields.get('one')).toEqual({ kind: 'handle', sid, rights: 0x5 });
  });

  it('of an unknown method brings nothing either [DENY-2]', () => {
    const driver = begin(all);

    const step = driver.act(client, call('Lent', { one: local(1) }));

    expect(step.outcome).toMatchObject({ kind: 'denied', verdict: { because: 'unknownMethod' } });
    expect(step.next.objects.handles).toBe(driver.before.objects.handles);
  });
});

describe('a response with handles in it that is denied', () => {
  it('brings nothing into the table of the client, and ends reply and call alike [DENY-2] [IPC-2]', () => {
    const driver = begin(`${all} response src=t.Server method=Give { deny () }`);
    driver.act(client, call('Give'));
    driver.act(server, recv);

    const step = driver.act(server, reply('response', { one: local(1) }));

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'reply', phase: 'response' });
    expect(completionOf(step, client)).toMatchObject({ kind: 'denied', ends: 'call' });
    expect(step.next.objects.handles).toBe(driver.before.objects.handles);
    expect(driver.act(server, reply()).outcome).toMatchObject({ because: 'notServing' });
  });

  it('leaves the handles of its request to the server [DENY-2]', () => {
    const driver = begin(`${all} response src=t.Server method=Lend { deny () }`);
    driver.act(client, lendOne);
    driver.act(server, recv);

    const step = driver.act(server, reply());

    expect(short(step.outcome)).toBe('denied response');
    expect(entryOf(driver, 2, 3)).toMatchObject({ isInTransit: false, isRevoked: false });
  });

  it('of a wrong type is denied: a handle where none belongs [TYPE-3]', () => {
    const driver = begin(all);
    driver.act(client, call('Ping'));
    driver.act(server, recv);

    const step = driver.act(server, reply('response', { result: local(1) }));

    expect(step.outcome).toMatchObject({ kind: 'denied', verdict: { because: 'malformed' } });
    expect(step.next.objects.handles).toBe(driver.before.objects.handles);
  });
});

describe('a denied error', () => {
  it('ends reply and call alike, with its own phase [IPC-2]', () => {
    const driver = begin(`${all} error src=t.Server method=Ping { deny () }`);
    driver.act(client, call('Ping'));
    driver.act(server, recv);

    const step = driver.act(server, reply('error', { code: -1n }));

    expect(step.outcome).toMatchObject({ kind: 'denied', ends: 'reply', phase: 'error' });
    expect(completionOf(step, client)).toMatchObject({ ends: 'call', phase: 'error' });
  });
});

describe('a nested call that is denied', () => {
  it('leaves the server serving: it answers its client after all [IPC-2] [DENY-2]', () => {
    const driver = begin(`${all} request src=t.Server method=Note { deny () }`);
    driver.act(client, call('Ping'));
    driver.act(server, recv);

    const denied = driver.act(server, call('Note'));
    const step = driver.act(server, reply());

    expect(short(denied.outcome)).toBe('denied request');
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('leaves a service that was denied while serving without effect [IPC-3] [DENY-2]', () => {
    const driver = begin(`${all} request src=t.Server dst=kl.core.Core method=Alloc { deny () }`);
    driver.act(client, call('Ping'));
    driver.act(server, recv);

    const step = driver.act(server, service('sync.Sync.Alloc'));

    expect(short(step.outcome)).toBe('denied request');
    expect(driver.kernel.facts(step.next).threads[2]).toMatchObject({ serves: client });
  });
});
