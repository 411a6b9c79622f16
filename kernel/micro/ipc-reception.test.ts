import { describe, expect, it } from 'vitest';
import { handleId } from '../../model/ids.ts';
import type { Intent } from '../../model/step.ts';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  handleIn,
  kernelOf,
  lendingProcesses as files,
  local,
  recv,
  refusalOf,
  roomy,
  service,
  short,
  threadOf,
  unfit,
} from './test-kernel.ts';

const [client, other, server] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
] as const;

const over = (handle: number): Intent => ({ kind: 'recv', handle: handleId(handle) });

/** The server holds its listener by handle 2, and has accepted a channel of the client by handle 3; the client calls over handle 2. */
const accepted = () => {
  const driver = new Driver(kernelOf(all, { files, limits: roomy }));
  driver.act(
    client,
    service('cm.CM.Connect', { server: 'server', service: 's', msecs: 0xffff_ffffn }),
  );
  driver.done(server, 'cm.CM.Accept', { client: 'client', service: 's', id: 0n });
  return driver;
};

const methodOf = (driver: Driver, by: typeof client, intent: Intent): string => {
  const { outcome } = driver.act(by, intent);
  return outcome.kind === 'done' && outcome.result.kind === 'received'
    ? outcome.result.method
    : short(outcome);
};

describe('a reception over a handle', () => {
  it('of the listener takes what comes over the channels of the solution and those accepted [IPC-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, client);
    driver.act(client, call('Note', {}, { handle: 2 }));
    driver.act(second, call('Ping'));

    const first = methodOf(driver, server, over(2));
    driver.act(server, { kind: 'reply', as: 'response', message: call('').message });

    expect([first, methodOf(driver, server, over(2))]).toEqual(['Note', 'Ping']);
  });

  it('of an accepted channel passes over older requests of others [IPC-1]', () => {
    const driver = accepted();
    driver.act(other, call('Note'));
    driver.act(client, call('Ping', {}, { handle: 2 }));

    const taken = methodOf(driver, server, over(3));

    expect(taken).toBe('Ping');
    expect(driver.state.objects.threads.queues[2]).toEqual([other]);
  });

  it('waits while nothing comes over it, whatever comes besides [IPC-1]', () => {
    const driver = accepted();
    driver.act(server, over(3));

    const besides = driver.act(other, call('Note'));
    const own = driver.act(client, call('Ping', {}, { handle: 2 }));

    expect(besides.completions).toEqual([]);
    expect(own.completions.map(({ of }) => of)).toEqual([server]);
    expect(own.next.objects.threads.queues[2]).toEqual([other]);
  });

  it('stands beside that of another thread: each takes what it waits for [IPC-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, server, 15n);
    driver.act(second, over(3));
    driver.act(server, recv);

    const step = driver.act(other, call('Note'));

    expect(step.completions.map(({ of }) => of)).toEqual([server]);
  });

  it('takes, without a handle, the oldest request of any [IPC-1]', () => {
    const driver = accepted();
    driver.act(other, call('Note'));
    driver.act(client, call('Ping', {}, { handle: 2 }));

    expect(methodOf(driver, server, recv)).toBe('Note');
  });

  it('goes by a copy of the handle as well [CAP-1]', () => {
    const driver = accepted();
    const copy = { inHandle: local(3), newRightsMask: 0x2_0000n };
    const own = driver.handle(server, 'handle.Handle.Copy', copy, 'outHandle');
    driver.act(client, call('Ping', {}, { handle: 2 }));

    expect(methodOf(driver, server, over(own))).toBe('Ping');
  });

  it('brings the handles of a request into the table of whoever takes it [CAP-1]', () => {
    const driver = accepted();
    driver.act(client, call('Lend', { one: local(1) }, { handle: 2 }));

    const { outcome } = driver.act(server, over(3));

    expect(handleIn(outcome, 'one')).toEqual(local(4, 0x1_0007));
  });

  it.each(['badHandle', 'handleRevoked', 'wrongType', 'rightsMissing'] as const)(
    'is refused with %s [CAP-1]',
    (way) => {
      const driver = accepted();

      expect(refusalOf(driver, server, over(unfit(driver, server, 2, way)))).toBe(way);
    },
  );

  it('is refused to the client of a channel, which has not the right to receive [CAP-1]', () => {
    const driver = accepted();

    expect(refusalOf(driver, client, over(2))).toBe('rightsMissing');
    expect(refusalOf(driver, client, over(1))).toBe('wrongType');
  });

  it('is refused to a thread that serves [IPC-2]', () => {
    const driver = accepted();
    driver.act(other, call('Note'));
    driver.act(server, recv);

    expect(refusalOf(driver, server, over(3))).toBe('alreadyServing');
  });

  it('ends where the channel is no more: no other will come to be at its place [IPC-1] [CAP-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, server);
    driver.act(second, over(3));
    driver.done(client, 'handle.Handle.Close', { handle: local(2) });

    const step = driver.act(server, service('handle.Handle.Close', { handle: local(3) }));

    expect(short(completionOf(step, second))).toBe('refused notConnected');
  });

  it('ends where the server lets its end go, though the client holds its own [IPC-1] [CAP-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, server);
    driver.act(second, over(3));

    const step = driver.act(server, service('handle.Handle.Close', { handle: local(3) }));

    expect(short(completionOf(step, second))).toBe('refused notConnected');
  });

  it('goes on where another handle to the end of the server is left [IPC-1] [CAP-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, server);
    const fields = { inHandle: local(3), newRightsMask: 0x2_0000n };
    driver.handle(server, 'handle.Handle.Copy', fields, 'outHandle');
    driver.act(second, over(3));

    const closed = driver.act(server, service('handle.Handle.Close', { handle: local(3) }));
    const step = driver.act(client, call('Note', {}, { handle: 2 }));

    expect(closed.completions).toEqual([]);
    expect(step.completions.map(({ of }) => of)).toEqual([second]);
  });

  it('takes no request of another channel that has come to have the SID [CAP-1]', () => {
    const driver = accepted();
    const second = anotherThread(driver, server);
    driver.act(second, over(3));
    driver.done(client, 'handle.Handle.Close', { handle: local(2) });
    driver.done(server, 'handle.Handle.Close', { handle: local(3) });
    driver.act(
      client,
      service('cm.CM.Connect', { server: 'server', service: 't', msecs: 0xffff_ffffn }),
    );
    driver.done(server, 'cm.CM.Accept', { client: 'client', service: 't', id: 0n });

    const step = driver.act(client, call('Note', {}, { handle: 2 }));

    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads.queues[2]).toEqual([client]);
  });
});
