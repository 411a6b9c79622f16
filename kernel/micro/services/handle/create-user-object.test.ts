import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import {
  Driver,
  all,
  call,
  completionOf,
  kernelOf,
  local,
  recv,
  reply,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  faultyHandles,
  gate,
  gateOf,
  handlesOf,
  noHandle,
  refusedFor,
  sidBy,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const create = 'handle.Handle.CreateUserObject';
const close = 'handle.Handle.Close';
const everything = 0xffff_ffffn;

/** An interface by which the server gives its client a handle, and gets one. */
const files = {
  't/Ping.idl': `package t.Ping
interface {
    Fetch(out Handle handle);
    Give(in Handle handle);
    Note();
}
`,
};

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits, files }));

/** The client fetches a handle of the server's: 2 in its table. */
const fetch = (driver: Driver, handle: number): void => {
  driver.act(client, call('Fetch'));
  driver.act(server, recv);
  driver.act(server, reply('response', { handle: local(handle) }));
};

describe('handle.Handle.CreateUserObject', () => {
  it('makes a resource of its type with a label of its own, and gives the rights that are asked for [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(server, create, { type: 3n, rights: 0x5_0007n, context: 9n });

    expect(outputs).toEqual(
      record([
        ['handle', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state.objects.resources[1]).toEqual([
      { kind: 'user', type: 3, context: 9n, target: undefined },
    ]);
    expect(handlesOf(driver, 1)[2]).toEqual({
      number: 2,
      sid: sidBy(driver, server, 2),
      rights: 0x5_0007,
      parent: undefined,
      live: true,
    });
  });

  it('makes one that its holders call: they reach the endpoint, and the server learns the context [CAP-1] [MED-1]', () => {
    const driver = driverOf();
    driver.done(server, create, {
      rights: 0x1_0007n,
      context: 9n,
      ipcChannel: local(1),
      riid: 1n,
    });
    fetch(driver, 2);

    const step = driver.act(client, call('Note', {}, { handle: 2, endpoint: '' }));

    expect(step.events.map(({ event }) => event.endpoint)).toEqual(['impl.ping']);
    expect(driver.act(server, recv).outcome).toEqual({
      kind: 'done',
      result: {
        kind: 'received',
        endpoint: 'impl.ping',
        method: 'Note',
        message: record([]),
        context: 9n,
      },
    });
  });

  it('reaches its own endpoint and no other [CAP-1] [MED-1]', () => {
    const driver = driverOf();
    driver.done(server, create, { rights: 0x1_0007n, ipcChannel: local(1), riid: 0n });
    fetch(driver, 2);

    const step = driver.act(client, call('Note', {}, { handle: 2, endpoint: 'impl.ping' }));

    expect(step.outcome).toMatchObject({ kind: 'denied', verdict: { because: 'unknownMethod' } });
  });

  it('takes the number of an endpoint for nothing without a channel: the resource cannot be called [CAP-1]', () => {
    const driver = driverOf();
    driver.done(server, create, { rights: everything, riid: 99n });

    const step = driver.act(server, call('Note', {}, { handle: 2, endpoint: '' }));

    expect(step.outcome).toMatchObject({ kind: 'refused', because: 'wrongType' });
  });

  it.each(['handleRevoked', 'wrongType', 'rightsMissing'] as const)(
    'refuses %s for what its calls arrive at, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const task = driver.handle(server, 'task.Task.Open', { name: 'client' }, 'task');
      const ipcChannel =
        because === 'wrongType' ? local(task) : faultyHandles(driver, server, 1)[because];

      const result = tried(driver, server, create, { rights: everything, ipcChannel, riid: 0n });

      expect(result).toEqual(refusedFor(because));
    },
  );

  it('refuses a channel that the caller does not hold [CAP-1]', () => {
    const driver = driverOf();

    const result = tried(driver, server, create, { rights: everything, ipcChannel: local(9) });

    expect(result).toEqual(refusedFor('badHandle'));
  });

  it('refuses the number of an endpoint that the class of the caller does not have [CAP-1]', () => {
    const driver = driverOf();

    const result = tried(driver, server, create, {
      rights: everything,
      ipcChannel: local(1),
      riid: 2n,
    });

    expect(result).toEqual(refusedFor('invalidArgument'));
  });

  it.each([
    ['resourcesFull', { ...spacious, resources: 0 }],
    ['tableFull', { ...spacious, handles: 2 }],
  ])('refuses what exceeds the share of the process: %s [AVL-1]', (because, limits) => {
    const driver = driverOf(all, limits);

    expect(tried(driver, server, create)).toEqual(refusedFor(because));
  });

  it('tells how it went by a retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(create, 0), { ...spacious, resources: 1 });

    const outcomes = [tried(driver, server, create), tried(driver, server, create)];

    expect(outcomes).toEqual([
      { outcome: 'done', same: false },
      { outcome: 'denied response', same: true },
    ]);
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'CreateUserObject'));
    const before = bytesOf(driver);

    const result = tried(driver, server, create, { ipcChannel: noHandle });

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });

  it('keeps its context while any process holds it, and loses it with its last handle [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=handle.Handle method=CreateUserObject { gate.init { sid : message.handle.handle } }`;
    const driver = driverOf(policy);
    driver.done(server, create, { rights: everything });
    fetch(driver, 2);
    const sid = sidBy(driver, client, 2);

    driver.done(server, close, { handle: local(2) });
    const held = gateOf(driver.state);
    driver.done(client, close, { handle: local(2) });

    expect(held).toEqual({ gate: { [sid]: 'shut' } });
    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it('comes back to who provides it as its own handle, with its context [CAP-3]', () => {
    const driver = driverOf();
    driver.done(server, create, { rights: everything, context: 5n });
    fetch(driver, 2);
    driver.act(server, recv);

    const step = driver.act(client, call('Give', { handle: local(2, 0x3) }));

    expect(completionOf(step, server)).toEqual({
      kind: 'done',
      result: {
        kind: 'received',
        endpoint: 'impl.ping',
        method: 'Give',
        message: record([['handle', { ...local(2, 0x3), context: 5n }]]),
      },
    });
    expect(handlesOf(driver, 1)).toHaveLength(3);
  });
});
