import { describe, expect, it } from 'vitest';
import { handleId } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  give,
  kernelOf,
  lend,
  lendingProcesses as files,
  local,
  recv,
  refusalOf,
  refusedService,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

const createUserObject = 'handle.Handle.CreateUserObject';

/** A callable object of the server by its handle 3, bound to an endpoint; the client holds it by handle 2. */
const begin = (policy = all, more: Readonly<Record<string, Value>> = {}) => {
  const driver = new Driver(kernelOf(policy, { files, limits: roomy }));
  const fields = { rights: 0xffff_ffffn, context: 77n, ipcChannel: local(2), riid: 0n, ...more };
  const object = driver.handle(server, createUserObject, fields);
  const held = give(driver, server, client, local(object));
  return { driver, object, held: held.number };
};

const bound = (handle: number, endpoint = '', method = 'Note') =>
  call(method, {}, { handle, endpoint });

describe('a callable handle', () => {
  it('reaches the endpoint that it is bound to, and tells the server its context [IPC-1]', () => {
    const { driver, held } = begin();
    driver.act(server, recv);

    const step = driver.act(client, bound(held));

    expect(step.events[0]?.event).toMatchObject({ kind: 'request', method: 'Note' });
    const endpoint = step.events[0]?.event.endpoint;
    expect(completionOf(step, server)).toMatchObject({
      kind: 'done',
      result: { kind: 'received', endpoint, method: 'Note', context: 77n },
    });
  });

  it.each([
    [0n, 0],
    [1n, 1],
  ])('is bound by the number of the endpoint in the class: %s [IPC-1]', (riid, index) => {
    const { driver, held } = begin(all, { riid });

    const step = driver.act(client, bound(held));

    const names = ['direct', 'impl.ping'];
    expect(names).toContain(step.events[0]?.event.endpoint);
    expect(step.events[0]?.event.endpoint).not.toBe(names[1 - index]);
  });

  it('may be called by the name of its endpoint too [IPC-1]', () => {
    const { driver, held } = begin();
    const name = driver.act(client, bound(held)).events[0]?.event.endpoint ?? '';
    driver.act(server, recv);
    driver.act(server, reply());

    expect(driver.act(client, bound(held, name)).outcome.kind).toBe('blocked');
  });

  it('has another endpoint, also one of the class, denied with unknownMethod [IPC-1] [DENY-2]', () => {
    const { driver, held } = begin();
    const own = driver.act(client, bound(held)).events[0]?.event.endpoint;
    driver.act(server, recv);
    driver.act(server, reply());

    for (const name of ['direct', 'impl.ping', 'nothing'].filter((one) => one !== own)) {
      const step = driver.act(client, bound(held, name));

      expect(step.outcome).toMatchObject({
        kind: 'denied',
        phase: 'request',
        verdict: { because: 'unknownMethod' },
      });
      expect(step.next.objects.threads).toBe(driver.before.objects.threads);
    }
  });

  it('does not name an endpoint over a channel: the empty name is unknown there [IPC-1]', () => {
    const { driver } = begin();

    expect(driver.act(client, bound(1)).outcome).toMatchObject({
      kind: 'denied',
      verdict: { because: 'unknownMethod' },
    });
  });

  it('comes to the listener that it is bound to [IPC-1]', () => {
    const { driver, held } = begin();
    driver.act(server, { kind: 'recv', handle: handleId(2) });

    const step = driver.act(client, bound(held));

    expect(step.completions.map(({ of }) => of)).toEqual([server]);
  });

  it('is answered to its caller [IPC-2]', () => {
    const { driver, held } = begin();
    driver.act(client, bound(held, '', 'Ping'));
    driver.act(server, recv);

    const step = driver.act(server, reply('response', { result: 5n }));

    expect(short(completionOf(step, client))).toBe('done');
  });

  it('reaches its provider from a third process, to which it was passed on [IPC-1] [CAP-1]', () => {
    const { driver, held } = begin();
    const back = lend(driver, client, server, local(held));
    const there = lend(driver, server, third, back);

    driver.act(third, bound(there.number));

    expect(driver.act(server, recv).outcome).toMatchObject({
      result: { kind: 'received', context: 77n },
    });
  });

  it('is refused without the call right [CAP-1]', () => {
    const { driver, held } = begin();
    const fields = { inHandle: local(held), newRightsMask: 0xfffe_ffffn };
    const copy = driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle');

    expect(refusalOf(driver, client, bound(copy))).toBe('rightsMissing');
  });

  it('is refused where its object has no endpoint [CAP-1]', () => {
    const driver = new Driver(kernelOf(all, { files, limits: roomy }));
    const plain = driver.handle(server, createUserObject, { rights: 0xffff_ffffn });
    const { number } = give(driver, server, client, local(plain));

    expect(refusalOf(driver, client, bound(number))).toBe('wrongType');
  });

  it('is refused once it is revoked [CAP-2]', () => {
    const { driver, object, held } = begin();
    driver.done(server, 'handle.Handle.Revoke', { handle: local(object) });

    expect(refusalOf(driver, client, bound(held))).toBe('handleRevoked');
  });

  it('is refused where its provider is frozen [LIFE-1]', () => {
    const { driver, held } = begin();
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));
    driver.done(other, 'task.Task.Freeze', { task });

    expect(refusalOf(driver, client, bound(held))).toBe('notConnected');
  });

  it('leads nowhere once its provider has ended, also when it runs anew [LIFE-3] [CAP-1]', () => {
    const { driver, held } = begin();
    driver.act(server, { kind: 'trap', code: 1 });
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));
    const path = driver.done(other, 'fs.FS.GetEntry', { index: 1n }).get('path') ?? '';
    const image = local(driver.handle(other, 'fs.FS.Open', { path }, 'file'));
    driver.done(other, 'task.Task.LoadSeg', { task, image });
    const dead = refusalOf(driver, client, bound(held));
    driver.done(other, 'task.Task.Resume', { task });

    expect([dead, refusalOf(driver, client, bound(held))]).toEqual([
      'handleRevoked',
      'handleRevoked',
    ]);
  });

  it('that was called stands, though its object is gone: a reception over the listener takes it [IPC-2]', () => {
    const { driver, object, held } = begin();
    driver.act(client, bound(held));
    driver.done(server, 'handle.Handle.Revoke', { handle: local(object) });

    const step = driver.act(server, { kind: 'recv', handle: handleId(2) });

    expect(step.outcome).toMatchObject({ kind: 'done', result: { kind: 'received' } });
  });
});

describe('handle.Handle.CreateUserObject with a channel', () => {
  const refused = (fields: Readonly<Record<string, Value>>) => {
    const driver = new Driver(kernelOf(all, { files, limits: roomy }));
    return refusedService(driver, server, createUserObject, { rights: 0xffff_ffffn, ...fields });
  };

  it.each([
    ['badHandle', { ipcChannel: local(9) }],
    ['wrongType', { ipcChannel: local(1) }],
    ['invalidArgument', { ipcChannel: local(2), riid: 2n }],
  ])('refuses %s [CAP-1]', (because, fields) => {
    expect(refused(fields)).toBe(because);
  });

  it('refuses wrongType, for what takes no requests [CAP-1]', () => {
    const driver = new Driver(kernelOf(all, { files, limits: roomy }));
    const fields = { rights: 0xffff_ffffn };
    const plain = driver.handle(server, createUserObject, fields);

    expect(
      refusedService(driver, server, createUserObject, { ...fields, ipcChannel: local(plain) }),
    ).toBe('wrongType');
  });

  it('takes an accepted channel: calls come to the listener of that [IPC-1]', () => {
    const driver = new Driver(kernelOf(all, { files, limits: roomy }));
    const second = anotherThread(driver, client);
    driver.act(
      second,
      service('cm.CM.Connect', { server: 'server', service: 's', msecs: 0xffff_ffffn }),
    );
    const end = driver.handle(server, 'cm.CM.Accept', { client: 'client', service: 's' });
    const fields = { rights: 0xffff_ffffn, ipcChannel: local(end), riid: 0n };
    const object = driver.handle(server, createUserObject, fields);
    const { number } = give(driver, server, client, local(object));
    driver.act(server, { kind: 'recv', handle: handleId(2) });

    const step = driver.act(client, bound(number));

    expect(step.completions.map(({ of }) => of)).toEqual([server]);
  });
});
