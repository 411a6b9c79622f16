import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
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
const subscribe = 'notice.Notice.SubscribeToObject';

/** A receiver by handle 2, and a user object by handle 3. */
const begin = (policy = all, limits = roomy) => {
  const driver = new Driver(kernelOf(policy, { limits }));
  const notice = driver.handle(client, 'notice.Notice.Create', {}, 'notice');
  const object = driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0xffff_ffffn });
  const fields = (mask = 0x1_0000n, id = 1n) => ({
    notice: local(notice),
    object: local(object),
    eventMask: mask,
    eventId: id,
  });
  return { driver, notice, object, fields };
};

describe('notice.Notice.SubscribeToObject', () => {
  it('adds an entry for the resource, nothing of which has happened [IPC-3]', () => {
    const { driver, object, fields } = begin();
    const { sid } = driver.state.objects.handles[0]?.[object] ?? {};

    const step = driver.act(client, service(subscribe, fields(0x3_0000n, 9n)));

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources[0]?.[0]).toEqual({
      kind: 'receiver',
      subscriptions: [{ sid, mask: 0x3_0000, id: 9, raised: 0 }],
    });
  });

  it('tells of what happens after, and not of what happened before [IPC-3]', () => {
    const { driver, notice, object, fields } = begin();
    const event = { object: local(object), eventMask: 0x1_0000n };
    driver.done(client, 'notice.Notice.SetObjectEvent', event);
    driver.done(client, subscribe, fields());

    expect(
      refusedService(driver, client, 'notice.Notice.GetEvent', { notice: local(notice) }),
    ).toBe('timedOut');
  });

  it('may add one resource by several numbers: each is told of its own events [IPC-3]', () => {
    const { driver, notice, object, fields } = begin();
    driver.done(client, subscribe, fields(0x1_0000n, 1n));
    driver.done(client, subscribe, fields(0x3_0000n, 2n));
    const event = { object: local(object), eventMask: 0x2_0000n };
    driver.done(client, 'notice.Notice.SetObjectEvent', event);

    const told = driver.done(client, 'notice.Notice.GetEvent', { notice: local(notice) });

    expect([told.get('eventId'), told.get('eventMask')]).toEqual([2n, 0x2_0000n]);
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, fields } = begin(withholding('notice.Notice', 'SubscribeToObject'));

    const step = driver.act(client, service(subscribe, fields()));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.resources[0]?.[0]).toMatchObject({ subscriptions: [{ id: 1 }] });
  });

  it.each(unfitWays)('refuses %s, for the receiver [CAP-1]', (way) => {
    const { driver, notice, fields } = begin();
    const unusable = local(unfit(driver, client, notice, way));

    expect(refusedService(driver, client, subscribe, { ...fields(), notice: unusable })).toBe(way);
  });

  it.each(unfitWays.filter((way) => way !== 'wrongType'))(
    'refuses %s, for the resource [CAP-1]',
    (way) => {
      const { driver, object, fields } = begin();
      const unusable = local(unfit(driver, client, object, way));

      expect(refusedService(driver, client, subscribe, { ...fields(), object: unusable })).toBe(
        way,
      );
    },
  );

  it('takes the right to events: no other does [CAP-1]', () => {
    const { driver, object, fields } = begin();
    const copy = { inHandle: local(object), newRightsMask: 0xffff_fff7n };
    const rest = driver.handle(client, 'handle.Handle.Copy', copy, 'outHandle');

    expect(refusedService(driver, client, subscribe, { ...fields(), object: local(rest) })).toBe(
      'rightsMissing',
    );
  });

  it('refuses invalidArgument, for no event [IPC-3]', () => {
    const { driver, fields } = begin();

    expect(refusedService(driver, client, subscribe, fields(0n))).toBe('invalidArgument');
  });

  it('refuses subscriptionsFull, where the receiver has as many as its limit [AVL-1]', () => {
    const { driver, fields } = begin(all, { ...roomy, subscriptions: 2 });
    driver.done(client, subscribe, fields());
    driver.done(client, subscribe, fields());

    expect(refusedService(driver, client, subscribe, fields())).toBe('subscriptionsFull');
  });
});
