import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  local,
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

/** A word, and a second thread that waits for it. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const waiter = anotherThread(driver, client);
  const sync = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');
  driver.act(waiter, service('sync.Sync.Wait', { sync: local(sync), msecs: 0xffff_ffffn }));
  return { driver, waiter, sync };
};

describe('sync.Sync.Free', () => {
  it('ends the waits for the word, closes the handle, and the word is no more [IPC-3]', () => {
    const { driver, waiter, sync } = begin();

    const step = driver.act(client, service('sync.Sync.Free', { sync: local(sync) }));

    expect(short(step.outcome)).toBe('done');
    expect(short(completionOf(step, waiter))).toBe('refused woken');
    expect(step.next.objects.resources[0]).toEqual([]);
    expect(step.next.objects.handles[0]?.[sync]).toBeUndefined();
  });

  it('leaves the word to those who hold it by other handles, and wakes them all the same [IPC-3]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const second = anotherThread(driver, client);
    const sync = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');
    driver.act(second, call('Send', { handle: local(sync) }));
    driver.act(server, recv);
    driver.act(server, service('sync.Sync.Wait', { sync: local(2), msecs: 0xffff_ffffn }));

    const step = driver.act(client, service('sync.Sync.Free', { sync: local(sync) }));

    expect(short(completionOf(step, server))).toBe('refused woken');
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'word', value: 0 }]);
    expect(step.next.objects.handles[1]?.[2]).toMatchObject({ parent: undefined });
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, waiter, sync } = begin(withholding('sync.Sync', 'Free'));

    const step = driver.act(client, service('sync.Sync.Free', { sync: local(sync) }));

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, waiter))).toBe('refused woken');
    expect(step.next.objects.resources[0]).toEqual([]);
  });

  it.each(unfitWays)('refuses %s, and wakes nobody [CAP-1]', (way) => {
    const { driver, sync } = begin();
    const handle = local(unfit(driver, client, sync, way));

    expect(refusedService(driver, client, 'sync.Sync.Free', { sync: handle })).toBe(way);
  });

  it('refuses the null handle [IPC-3]', () => {
    expect(refusedService(begin().driver, client, 'sync.Sync.Free')).toBe('badHandle');
  });
});
