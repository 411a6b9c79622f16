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
const unsubscribe = 'notice.Notice.UnsubscribeFromEvent';

/** A receiver with the entries 1, 1 and 2 for one user object, of each of which something has happened. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const notice = driver.handle(client, 'notice.Notice.Create', {}, 'notice');
  const object = local(
    driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0xffff_ffffn }),
  );
  for (const eventId of [1n, 2n, 1n])
    driver.done(client, 'notice.Notice.SubscribeToObject', {
      notice: local(notice),
      object,
      eventMask: 0x1_0000n,
      eventId,
    });
  driver.done(client, 'notice.Notice.SetObjectEvent', { object, eventMask: 0x1_0000n });
  return { driver, notice };
};

describe('notice.Notice.UnsubscribeFromEvent', () => {
  it('takes the entries of a number, with what has happened of them, and leaves the rest [IPC-3]', () => {
    const { driver, notice } = begin();

    driver.done(client, unsubscribe, { notice: local(notice), eventId: 1n });
    const told = driver.done(client, 'notice.Notice.GetEvent', { notice: local(notice) });

    expect(told.get('eventId')).toBe(2n);
    expect(
      refusedService(driver, client, 'notice.Notice.GetEvent', { notice: local(notice) }),
    ).toBe('timedOut');
    expect(driver.state.objects.resources[0]?.[0]).toMatchObject({ subscriptions: [{ id: 2 }] });
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, notice } = begin(withholding('notice.Notice', 'UnsubscribeFromEvent'));

    const step = driver.act(client, service(unsubscribe, { notice: local(notice), eventId: 1n }));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.resources[0]?.[0]).toMatchObject({ subscriptions: [{ id: 2 }] });
  });

  it.each(unfitWays)('refuses %s [CAP-1]', (way) => {
    const { driver, notice } = begin();
    const unusable = local(unfit(driver, client, notice, way));

    expect(refusedService(driver, client, unsubscribe, { notice: unusable, eventId: 1n })).toBe(
      way,
    );
  });

  it('refuses nameUnknown, for a number that no entry has [IPC-3]', () => {
    const { driver, notice } = begin();

    expect(
      refusedService(driver, client, unsubscribe, { notice: local(notice), eventId: 3n }),
    ).toBe('nameUnknown');
  });
});
