import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
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
const set = 'notice.Notice.SetObjectEvent';

/** A user object of the client, and one receiver each of the client and the server that has subscribed to it. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const object = driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0xffff_ffffn });
  const notice = driver.handle(client, 'notice.Notice.Create', {}, 'notice');
  const entry = { eventMask: 0x3_0001n, eventId: 1n };
  const subscribe = 'notice.Notice.SubscribeToObject';
  driver.done(client, subscribe, { notice: local(notice), object: local(object), ...entry });
  driver.act(client, call('Send', { handle: local(object) }));
  driver.act(server, recv);
  const there = driver.handle(server, 'notice.Notice.Create', {}, 'notice');
  driver.done(server, subscribe, { notice: local(there), object: local(2), ...entry });
  driver.act(server, { kind: 'reply', as: 'response', message: call('').message });
  const raisedOf = (process: number, place: number) => {
    const receiver = driver.state.objects.resources[process]?.[place];
    return receiver?.kind === 'receiver' ? receiver.subscriptions.map(({ raised }) => raised) : [];
  };
  return { driver, object, there, raisedOf };
};

describe('notice.Notice.SetObjectEvent', () => {
  it('tells every receiver that has subscribed, in any process [IPC-3]', () => {
    const { driver, object, raisedOf } = begin();

    driver.done(client, set, { object: local(object), eventMask: 0x1_0000n });

    expect([raisedOf(0, 1), raisedOf(1, 0)]).toEqual([[0x1_0000], [0x1_0000]]);
  });

  it('wakes a thread of another process that waits for it [IPC-3]', () => {
    const { driver, object, there, raisedOf } = begin();
    driver.act(
      server,
      service('notice.Notice.GetEvent', { notice: local(there), msecs: 0xffff_ffffn }),
    );

    const step = driver.act(client, service(set, { object: local(object), eventMask: 0x2_0000n }));

    expect(outputsOf(completionOf(step, server) ?? step.outcome).get('eventMask')).toBe(0x2_0000n);
    expect(raisedOf(1, 0)).toEqual([0]);
  });

  it('tells only of the events that count for an entry [IPC-3]', () => {
    const { driver, object, raisedOf } = begin();

    driver.done(client, set, { object: local(object), eventMask: 0x9_0000n });
    driver.done(client, set, { object: local(object), eventMask: 0x8_0000n });

    expect(raisedOf(0, 1)).toEqual([0x1_0000]);
  });

  it('may be raised by whoever was lent the right [CAP-1]', () => {
    const { driver, raisedOf } = begin();

    driver.done(server, set, { object: local(2), eventMask: 0x1_0000n });

    expect(raisedOf(0, 1)).toEqual([0x1_0000]);
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, object, raisedOf } = begin(withholding('notice.Notice', 'SetObjectEvent'));

    const step = driver.act(client, service(set, { object: local(object), eventMask: 0x1_0000n }));

    expect(short(step.outcome)).toBe('denied response');
    expect(raisedOf(0, 1)).toEqual([0x1_0000]);
  });

  it.each(unfitWays)('refuses %s, and tells nobody [CAP-1]', (way) => {
    const { driver, object } = begin();
    const unusable = local(unfit(driver, client, object, way));

    expect(refusedService(driver, client, set, { object: unusable, eventMask: 0x1_0000n })).toBe(
      way,
    );
  });

  it('takes the right to set events: that to get them does not do [CAP-1]', () => {
    const { driver, object } = begin();
    const fields = { inHandle: local(object), newRightsMask: 0xffff_ffefn };
    const rest = driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle');

    expect(refusedService(driver, client, set, { object: local(rest), eventMask: 0x1_0000n })).toBe(
      'rightsMissing',
    );
  });

  it('refuses wrongType, for a resource that is the kernel’s to tell of [IPC-3]', () => {
    const { driver } = begin();
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');

    expect(
      refusedService(driver, client, set, { object: local(badge), eventMask: 0x1_0000n }),
    ).toBe('wrongType');
  });

  it.each([0n, 1n, 0x8000n, 0x1_0001n])(
    'refuses invalidArgument, for the events %s: none, or one of the kernel’s [IPC-3]',
    (eventMask) => {
      const { driver, object } = begin();

      expect(refusedService(driver, client, set, { object: local(object), eventMask })).toBe(
        'invalidArgument',
      );
    },
  );
});
