import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  judgedIn,
  kernelOf,
  local,
  outputsOf,
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

/** A receiver with an entry 1 for one user object and 2 for another, and a second thread. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const notice = driver.handle(client, 'notice.Notice.Create', {}, 'notice');
  const [one, two] = [1n, 2n].map((eventId) => {
    const object = local(
      driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0xffff_ffffn }),
    );
    driver.done(client, 'notice.Notice.SubscribeToObject', {
      notice: local(notice),
      object,
      eventMask: 0xffff_ffffn,
      eventId,
    });
    return object;
  });
  if (one === undefined || two === undefined) throw new Error('no objects');
  const raise = (object: typeof one, eventMask = 0x1_0000n) =>
    service('notice.Notice.SetObjectEvent', { object, eventMask });
  const get = (msecs = 0xffff_ffffn) =>
    service('notice.Notice.GetEvent', { notice: local(notice), msecs });
  return { driver, second, notice, one, two, raise, get };
};

const told = (outputs: ReadonlyMap<string, unknown>) => [
  outputs.get('eventId'),
  outputs.get('eventMask'),
];

describe('notice.Notice.GetEvent', () => {
  it('takes what has happened of an entry, all of it, once [IPC-3]', () => {
    const { driver, one, raise, get } = begin();
    driver.act(client, raise(one, 0x1_0000n));
    driver.act(client, raise(one, 0x4_0000n));

    const first = driver.act(client, get(0n));
    const second = driver.act(client, get(0n));

    expect(told(outputsOf(first.outcome))).toEqual([1n, 0x5_0000n]);
    expect(short(second.outcome)).toBe('refused timedOut');
  });

  it('takes of the oldest entry first, whichever event came first [IPC-3]', () => {
    const { driver, one, two, raise, get } = begin();
    driver.act(client, raise(two));
    driver.act(client, raise(one));

    const ids = [1, 2].map(() => told(outputsOf(driver.act(client, get(0n)).outcome))[0]);

    expect(ids).toEqual([1n, 2n]);
  });

  it('blocks until an event, and its response is judged then [IPC-3]', () => {
    const { driver, second, two, raise, get } = begin();

    const blocked = driver.act(second, get());
    const step = driver.act(client, raise(two));

    expect(blocked.outcome).toEqual({ kind: 'blocked' });
    expect(told(outputsOf(completionOf(step, second) ?? step.outcome))).toEqual([2n, 0x1_0000n]);
    expect(judgedIn(step)).toEqual([
      'request SetObjectEvent',
      'response SetObjectEvent',
      'response GetEvent',
    ]);
    expect(short(driver.act(client, get(0n)).outcome)).toBe('refused timedOut');
  });

  it('gives one event to one of those who wait, in the order of the threads [IPC-3]', () => {
    const { driver, second, one, raise, get } = begin();
    const third = anotherThread(driver, client);
    driver.act(third, get());
    driver.act(second, get());

    const first = driver.act(client, raise(one));
    const then = driver.act(client, raise(one));

    expect(first.completions.map(({ of }) => of)).toEqual([second]);
    expect(then.completions.map(({ of }) => of)).toEqual([third]);
  });

  it('ends with timedOut where the time is over [IPC-3]', () => {
    const { driver, second, get } = begin();
    driver.act(second, get(2n));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, second))).toBe('refused timedOut');
  });

  it('ends with woken where the receiver is dropped [IPC-3]', () => {
    const { driver, second, notice, get } = begin();
    driver.act(second, get());

    const step = driver.act(
      client,
      service('notice.Notice.DropAndWake', { notice: local(notice) }),
    );

    expect(short(completionOf(step, second))).toBe('refused woken');
  });

  it.each(['handle.Handle.Close', 'handle.Handle.Revoke'])(
    'ends with woken where the receiver goes by %s [IPC-3]',
    (name) => {
      const { driver, second, notice, get } = begin();
      driver.act(second, get());

      const step = driver.act(client, service(name, { handle: local(notice) }));

      expect(short(completionOf(step, second))).toBe('refused woken');
      expect(step.next.objects.resources[0]?.[0]).toBeUndefined();
    },
  );

  it('loses the event where its response is denied: it was taken [IPC-3]', () => {
    const { driver, second, one, raise, get } = begin(withholding('notice.Notice', 'GetEvent'));
    driver.act(second, get());

    const step = driver.act(client, raise(one));

    expect(completionOf(step, second)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(step.next.objects.resources[0]?.[0]).toMatchObject({
      subscriptions: [{ raised: 0 }, { raised: 0 }],
    });
  });

  it.each(unfitWays)('refuses %s [CAP-1]', (way) => {
    const { driver, notice } = begin();
    const unusable = local(unfit(driver, client, notice, way));

    expect(
      refusedService(driver, client, 'notice.Notice.GetEvent', { notice: unusable, msecs: 5n }),
    ).toBe(way);
  });

  it('refuses timedOut at once, where it is given no time [IPC-3]', () => {
    const { driver, notice } = begin();

    expect(
      refusedService(driver, client, 'notice.Notice.GetEvent', { notice: local(notice) }),
    ).toBe('timedOut');
  });
});
