import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  local,
  outputsOf,
  recv,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  unfitWays,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;

/** A word, and two more threads of the client that wait for it. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const waiters = [anotherThread(driver, client), anotherThread(driver, client)] as const;
  const sync = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');
  const wait = service('sync.Sync.Wait', { sync: local(sync), msecs: 0xffff_ffffn });
  // The later thread waits first: who is woken is told by the order of the threads.
  driver.act(waiters[1], wait);
  driver.act(waiters[0], wait);
  const wake = (count: bigint, value = 1n) =>
    service('sync.Sync.Wake', { sync: local(sync), value, count });
  return { driver, waiters, sync, wake };
};

describe('sync.Sync.Wake', () => {
  it('sets the word, and wakes so many in the order of the threads [IPC-3]', () => {
    const { driver, waiters, wake } = begin();

    const step = driver.act(client, wake(1n, 9n));

    expect(outputsOf(step.outcome).get('woken')).toBe(1n);
    expect(step.completions.map(({ of }) => of)).toEqual([waiters[0]]);
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'word', value: 9 }]);
  });

  it('tells how many it has woken, where it may wake more than wait [IPC-3]', () => {
    const { driver, waiters, wake } = begin();

    const step = driver.act(client, wake(0xffff_ffffn));

    expect(outputsOf(step.outcome).get('woken')).toBe(2n);
    expect(waiters.map((waiter) => short(completionOf(step, waiter)))).toEqual(['done', 'done']);
  });

  it('only sets the word, where it may wake none [IPC-3]', () => {
    const { driver, wake } = begin();

    const step = driver.act(client, wake(0n, 4n));

    expect(outputsOf(step.outcome).get('woken')).toBe(0n);
    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads).toBe(driver.before.objects.threads);
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'word', value: 4 }]);
  });

  it('leaves those alone that wait for another word [IPC-3]', () => {
    const { driver } = begin();
    const other = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');

    const woken = driver.done(client, 'sync.Sync.Wake', { sync: local(other), count: 9n });

    expect(woken.get('woken')).toBe(0n);
  });

  it('wakes a thread of another process, to which the word was sent [IPC-3] [CAP-1]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const second = anotherThread(driver, client);
    const sync = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');
    driver.act(second, call('Send', { handle: local(sync) }));
    driver.act(server, recv);
    driver.act(server, service('sync.Sync.Wait', { sync: local(2), msecs: 0xffff_ffffn }));

    const step = driver.act(
      client,
      service('sync.Sync.Wake', { sync: local(sync), value: 1n, count: 1n }),
    );

    expect(short(completionOf(step, server))).toBe('done');
    expect(step.events.at(-1)?.event).toMatchObject({
      kind: 'response',
      destination: { name: 'server' },
    });
  });

  it('keeps its effect where its own response is denied [IPC-3]', () => {
    const { driver, waiters, wake } = begin(withholding('sync.Sync', 'Wake'));

    const step = driver.act(client, wake(1n));

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, waiters[0]))).toBe('done');
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'word', value: 1 }]);
  });

  it.each(unfitWays)('refuses %s, and wakes nobody [CAP-1]', (way) => {
    const { driver, sync } = begin();
    const handle = local(unfit(driver, client, sync, way));

    expect(refusedService(driver, client, 'sync.Sync.Wake', { sync: handle, count: 1n })).toBe(way);
  });

  it('takes the right to wake: the right to wait does not do [CAP-1]', () => {
    const { driver, sync } = begin();
    const fields = { inHandle: local(sync), newRightsMask: 0x1_0000n };
    const waiter = driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle');

    expect(
      refusedService(driver, client, 'sync.Sync.Wake', { sync: local(waiter), count: 1n }),
    ).toBe('rightsMissing');
  });
});
