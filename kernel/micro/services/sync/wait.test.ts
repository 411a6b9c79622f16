import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  judgedIn,
  kernelOf,
  local,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  unfitWays,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);

const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const sync = driver.handle(client, 'sync.Sync.Alloc', {}, 'sync');
  const wait = (msecs = 0xffff_ffffn, expected = 0n) =>
    service('sync.Sync.Wait', { sync: local(sync), expected, msecs });
  return { driver, second, sync, wait };
};

describe('sync.Sync.Wait', () => {
  it('blocks the thread that calls, and no other [IPC-3]', () => {
    const { driver, second, wait } = begin();

    const step = driver.act(second, wait());

    expect(step.outcome).toEqual({ kind: 'blocked' });
    expect(step.events.map(({ event }) => event.kind)).toEqual(['request']);
    expect(driver.kernel.facts(step.next).threads[1]).toMatchObject({ waits: 'forKernel' });
    expect(driver.kernel.ready(step.next)).toContain(client);
    expect(driver.kernel.isTimed(step.next)).toBe(false);
  });

  it('ends by a wake, and its response is judged in that step [IPC-3]', () => {
    const { driver, second, sync, wait } = begin();
    driver.act(second, wait());

    const step = driver.act(
      client,
      service('sync.Sync.Wake', { sync: local(sync), value: 1n, count: 1n }),
    );

    expect(short(completionOf(step, second))).toBe('done');
    expect(judgedIn(step)).toEqual(['request Wake', 'response Wake', 'response Wait']);
    expect(driver.kernel.ready(step.next)).toContain(second);
  });

  it('ends with the time, at the tick that it was given [IPC-3]', () => {
    const { driver, second, wait } = begin();
    driver.act(second, wait(2n));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, second))).toBe('refused timedOut');
    expect(judgedIn(late)).toEqual(['response Wait']);
    expect(driver.kernel.isTimed(late.next)).toBe(false);
  });

  it.each(['sync.Sync.Free', 'handle.Handle.Close', 'handle.Handle.Revoke'])(
    'ends with woken where the word goes by %s [IPC-3]',
    (name) => {
      const { driver, second, sync, wait } = begin();
      driver.act(second, wait());

      const fields = { [name === 'sync.Sync.Free' ? 'sync' : 'handle']: local(sync) };
      const step = driver.act(client, service(name, fields));

      expect(short(completionOf(step, second))).toBe('refused woken');
      expect(step.next.objects.resources[0]).toEqual([]);
    },
  );

  it('is denied where its response is, when it completes [IPC-3]', () => {
    const { driver, second, sync, wait } = begin(withholding('sync.Sync', 'Wait'));
    driver.act(second, wait());

    const step = driver.act(
      client,
      service('sync.Sync.Wake', { sync: local(sync), value: 1n, count: 1n }),
    );

    expect(short(step.outcome)).toBe('done');
    expect(completionOf(step, second)).toMatchObject({
      kind: 'denied',
      ends: 'call',
      phase: 'response',
    });
    expect(driver.kernel.ready(step.next)).toContain(second);
  });

  it('has nobody to answer where its process has ended meanwhile [LIFE-3]', () => {
    const { driver, second, wait } = begin();
    driver.act(second, wait(1n));

    const step = driver.act(client, { kind: 'trap', code: 1 });

    expect(step.completions).toEqual([]);
    expect(driver.kernel.isTimed(step.next)).toBe(false);
    expect(driver.tick().completions).toEqual([]);
  });

  it.each(unfitWays)('refuses %s, for its word [CAP-1]', (way) => {
    const { driver, sync } = begin();
    const handle = local(unfit(driver, client, sync, way));

    expect(refusedService(driver, client, 'sync.Sync.Wait', { sync: handle, msecs: 5n })).toBe(way);
  });

  it('refuses the null handle [IPC-3]', () => {
    expect(refusedService(begin().driver, client, 'sync.Sync.Wait', { msecs: 5n })).toBe(
      'badHandle',
    );
  });

  it('takes the right to wait: the right to wake does not do [CAP-1]', () => {
    const { driver, sync } = begin();
    const fields = { inHandle: local(sync), newRightsMask: 0x2_0000n };
    const waker = driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle');

    expect(
      refusedService(driver, client, 'sync.Sync.Wait', { sync: local(waker), msecs: 5n }),
    ).toBe('rightsMissing');
  });

  it('refuses valueDiffers, where the word has another value than was seen [IPC-3]', () => {
    const { driver, sync } = begin();
    driver.done(client, 'sync.Sync.Wake', { sync: local(sync), value: 7n, count: 0n });

    expect(
      refusedService(driver, client, 'sync.Sync.Wait', {
        sync: local(sync),
        expected: 6n,
        msecs: 5n,
      }),
    ).toBe('valueDiffers');
  });

  it('refuses timedOut at once, where it is given no time [IPC-3]', () => {
    const { driver, sync } = begin();

    expect(refusedService(driver, client, 'sync.Sync.Wait', { sync: local(sync) })).toBe(
      'timedOut',
    );
  });
});
