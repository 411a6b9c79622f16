import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../model/value.ts';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  kernelOf,
  local,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const connect = service('cm.CM.Connect', {
  server: 'server',
  service: 'files',
  msecs: 0xffff_ffffn,
});

/** A client that asks the server for a channel; the server holds its listener by handle 1. */
const begin = (policy = all, limits = roomy) => {
  const driver = new Driver(kernelOf(policy, { limits }));
  driver.act(threadOf(0, limits), connect);
  return driver;
};

const of = (more: Readonly<Record<string, Value>> = {}) => ({
  client: 'client',
  service: 'files',
  id: 3n,
  ...more,
});
const accept = service('cm.CM.Accept', of());

describe('cm.CM.Accept', () => {
  it('makes the channel, and gives the server its end: a root that does not leave it [IPC-3] [CAP-1]', () => {
    const driver = begin();

    const step = driver.act(server, accept);

    const { handles, resources } = step.next.objects;
    expect(short(step.outcome)).toBe('done');
    expect(handles[1]?.[2]).toMatchObject({ rights: 0x2_0005, parent: undefined });
    expect(handles[1]?.[2]?.sid).toBe(handles[0]?.[2]?.sid);
    expect(resources[0]?.[0]).toMatchObject({ listener: handles[1]?.[1]?.sid });
  });

  it('accepts a client of which it was not told [IPC-3]', () => {
    expect(short(completionOf(begin().act(server, accept), client))).toBe('done');
  });

  it('accepts one thread of the client at a time, in the order of the threads [IPC-3]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const second = anotherThread(driver, client);
    driver.act(second, connect);
    driver.act(client, connect);

    const accepted = [1, 2, 3].map(() => driver.act(server, accept));

    expect(accepted.map(({ completions }) => completions.map(({ of: thread }) => thread))).toEqual([
      [client],
      [second],
      [],
    ]);
    expect(short(accepted[2]?.outcome)).toBe('refused nameUnknown');
  });

  it('has requests come to the listener that it is given [IPC-3]', () => {
    const driver = begin();

    const step = driver.act(server, service('cm.CM.Accept', of({ listener: local(1) })));

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources[0]?.[0]).toMatchObject({
      listener: step.next.objects.handles[1]?.[1]?.sid,
    });
  });

  it('closes the server’s end where its response is denied: the channel is not served [IPC-3]', () => {
    const driver = begin(withholding('cm.CM', 'Accept'));

    const step = driver.act(server, accept);
    const called = driver.act(client, {
      ...service('impl.ping.Note'),
      handle: local(2).number,
    });

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles[1]).toHaveLength(2);
    expect(short(completionOf(step, client))).toBe('done');
    expect(short(called.outcome)).toBe('refused notConnected');
  });

  it.each([
    ['another client', of({ client: 'server' })],
    ['another service', of({ service: 'file' })],
    ['no names', {}],
  ])('refuses nameUnknown, where nobody asks so: %s [IPC-3]', (_, fields) => {
    expect(refusedService(begin(), server, 'cm.CM.Accept', fields)).toBe('nameUnknown');
  });

  it('refuses nameUnknown to a process of which the channel was not asked [CAP-1] [ISO-1]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const second = anotherThread(driver, client);
    driver.act(client, connect);

    expect(refusedService(driver, second, 'cm.CM.Accept', of())).toBe('nameUnknown');
  });

  it.each(['badHandle', 'handleRevoked', 'rightsMissing'] as const)(
    'refuses %s, for the listener [CAP-1]',
    (way) => {
      const driver = begin();
      const listener = local(unfit(driver, server, 1, way));

      expect(refusedService(driver, server, 'cm.CM.Accept', of({ listener }))).toBe(way);
    },
  );

  it('refuses wrongType, for a listener that is none [CAP-1]', () => {
    const driver = begin();
    const object = { rights: 0xffff_ffffn };
    const listener = local(driver.handle(server, 'handle.Handle.CreateUserObject', object));

    expect(refusedService(driver, server, 'cm.CM.Accept', of({ listener }))).toBe('wrongType');
  });

  it('refuses resourcesFull, where the share of the client is used meanwhile [AVL-1]', () => {
    const driver = new Driver(kernelOf(all, { limits: { ...roomy, resources: 1 } }));
    const second = anotherThread(driver, client);
    driver.act(second, connect);
    driver.done(client, 'sync.Sync.Alloc');

    expect(refusedService(driver, server, 'cm.CM.Accept', of())).toBe('resourcesFull');
  });

  it('refuses tableFull, where the table of the client is full meanwhile [AVL-1]', () => {
    const driver = new Driver(kernelOf(all, { limits: { ...roomy, handles: 4 } }));
    const second = anotherThread(driver, client);
    driver.act(second, connect);
    driver.done(client, 'thread.Thread.OpenCurrent');

    expect(refusedService(driver, server, 'cm.CM.Accept', of())).toBe('tableFull');
  });

  it('refuses tableFull, where the server has no place for its end: the client asks on [AVL-1]', () => {
    const limits = { ...roomy, handles: 3 };
    const driver = new Driver(kernelOf(all, { limits }));
    driver.act(client, connect);
    driver.done(server, 'thread.Thread.OpenCurrent');

    expect(refusedService(driver, server, 'cm.CM.Accept', of())).toBe('tableFull');
    expect(driver.kernel.facts(driver.state).threads[0]).toMatchObject({ waits: 'forKernel' });
  });
});
