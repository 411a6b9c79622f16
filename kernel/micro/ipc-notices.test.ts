import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  give,
  kernelOf,
  lend,
  lendingProcesses as files,
  local,
  outputsOf,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

type Thread = typeof client;

const everything = 0xffff_ffffn;

/** A receiver of a process that has subscribed to everything of what a handle names. */
const watch = (driver: Driver, by: Thread, number: number) => {
  const notice = local(driver.handle(by, 'notice.Notice.Create', {}, 'notice'));
  driver.done(by, 'notice.Notice.SubscribeToObject', {
    notice,
    object: local(number),
    eventMask: everything,
    eventId: 1n,
  });
  return notice;
};

/** What a receiver has to tell: the events, or why nothing. */
const told = (driver: Driver, by: Thread, notice: ReturnType<typeof local>): unknown => {
  const { outcome } = driver.act(by, service('notice.Notice.GetEvent', { notice }));
  return outcome.kind === 'done' ? outputsOf(outcome).get('eventMask') : short(outcome);
};

const begin = () => new Driver(kernelOf(all, { files, limits: roomy }));
const object = (driver: Driver, by = server) =>
  driver.handle(by, 'handle.Handle.CreateUserObject', { rights: everything });
const close = (driver: Driver, by: Thread, number: number) =>
  driver.done(by, 'handle.Handle.Close', { handle: local(number) });

describe('subtreeGone', () => {
  /** An object of the server, given to the client with a badge that the server watches. */
  const marked = () => {
    const driver = begin();
    const own = object(driver);
    const badge = driver.handle(server, 'handle.Handle.CreateBadge', {}, 'badge');
    const notice = watch(driver, server, badge);
    const there = give(driver, server, client, local(own, 0xffff_ffff, badge)).number;
    const copy = (of: number) =>
      driver.handle(
        client,
        'handle.Handle.Copy',
        { inHandle: local(of), newRightsMask: everything },
        'outHandle',
      );
    return { driver, own, badge, notice, there, copy };
  };

  it('is told when the handle that bore the badge is closed [CAP-2] [CAP-3]', () => {
    const { driver, notice, there } = marked();

    const before = told(driver, server, notice);
    close(driver, client, there);

    expect([before, told(driver, server, notice)]).toEqual(['refused timedOut', 2n]);
  });

  it('is told when the last of several transfers that bore it is gone [CAP-2]', () => {
    const { driver, own, badge, notice, there } = marked();
    const two = give(driver, server, other, local(own, 0xffff_ffff, badge));
    close(driver, client, there);

    const before = told(driver, server, notice);
    close(driver, other, two.number);

    expect([before, told(driver, server, notice)]).toEqual(['refused timedOut', 2n]);
  });

  it('is told when the transfers are revoked [CAP-2]', () => {
    const { driver, own, badge, notice } = marked();

    driver.done(server, 'handle.Handle.RevokeSubtree', { handle: local(own), badge: local(badge) });

    expect(told(driver, server, notice)).toBe(2n);
  });

  it('is told once: a handle that was revoked tells nothing more when it is closed [CAP-2]', () => {
    const { driver, own, badge, notice, there } = marked();
    driver.done(server, 'handle.Handle.RevokeSubtree', { handle: local(own), badge: local(badge) });
    told(driver, server, notice);

    close(driver, client, there);

    expect(told(driver, server, notice)).toBe('refused timedOut');
  });

  it('is not told while a copy of what bore the badge is left [CAP-2] [CAP-3]', () => {
    const { driver, notice, there, copy } = marked();
    const second = copy(there);

    close(driver, client, there);
    const before = told(driver, server, notice);
    close(driver, client, second);

    expect([before, told(driver, server, notice)]).toEqual(['refused timedOut', 2n]);
  });

  it('is told when the holder dies, and wakes who waits for it [LIFE-3]', () => {
    const { driver, notice } = marked();
    driver.act(server, service('notice.Notice.GetEvent', { notice, msecs: everything }));

    const step = driver.act(client, { kind: 'trap', code: 1 });

    expect(outputsOf(completionOf(step, server) ?? step.outcome).get('eventMask')).toBe(2n);
  });

  it('is told when the call is aborted that the marked handle was to come with [CAP-2]', () => {
    const { driver, own, badge, notice, there } = marked();
    close(driver, client, there);
    told(driver, server, notice);
    const second = anotherThread(driver, server);
    driver.act(second, {
      kind: 'call',
      handle: local(1).number,
      endpoint: 'impl.ping',
      method: 'Lend',
      message: {
        kind: 'record',
        fields: new Map([['one', local(own, 0xffff_ffff, badge)]]),
      },
      timeout: 1,
    });

    driver.tick();

    expect(told(driver, server, notice)).toBe(2n);
  });
});

describe('objectDestroyed', () => {
  it('is told when the last handle to the object is closed, wherever it is [CAP-3]', () => {
    const driver = begin();
    const own = object(driver);
    const there = lend(driver, server, third, local(own));
    const notice = watch(driver, server, own);
    close(driver, server, own);

    const before = told(driver, server, notice);
    close(driver, third, there.number);

    expect([before, told(driver, server, notice)]).toEqual(['refused timedOut', 1n]);
  });

  it('is told to those whose handle was revoked [CAP-2]', () => {
    const driver = begin();
    const own = object(driver);
    const there = give(driver, server, client, local(own));
    const notice = watch(driver, client, there.number);

    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });

    expect(told(driver, client, notice)).toBe(1n);
  });

  it('is told when the process ends that alone held the object [LIFE-3]', () => {
    const driver = begin();
    const own = object(driver);
    const there = give(driver, server, client, local(own));
    const notice = watch(driver, client, there.number);
    close(driver, client, there.number);

    driver.act(server, { kind: 'trap', code: 1 });

    expect(told(driver, client, notice)).toBe(1n);
  });

  it('is the last that is told: what comes to have the SID is another object [CAP-1] [ISO-1]', () => {
    const driver = begin();
    const own = object(driver);
    const there = give(driver, server, client, local(own));
    const notice = watch(driver, client, there.number);
    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });
    told(driver, client, notice);
    const next = object(driver);

    driver.done(server, 'notice.Notice.SetObjectEvent', {
      object: local(next),
      eventMask: 0x1_0000n,
    });

    expect(told(driver, client, notice)).toBe('refused timedOut');
  });

  it('is told of a thread that has ended and that nobody holds [LIFE-3]', () => {
    const driver = begin();
    anotherThread(driver, client);
    const notice = watch(driver, client, 2);
    const second = threadOf(0, roomy, 1);
    close(driver, client, 2);

    driver.act(second, service('thread.Thread.Exit'));

    expect(told(driver, client, notice)).toBe(1n);
  });
});

describe('taskCompleted', () => {
  it.each([
    ['traps', { kind: 'trap', code: 1 } as const],
    ['exits', service('task.Task.Exit', { status: 1n })],
  ])('is told when a process %s [LIFE-3]', (_, intent) => {
    const driver = begin();
    const task = driver.handle(client, 'task.Task.Open', { name: 'third' }, 'task');
    const notice = watch(driver, client, task);

    driver.act(third, intent);

    expect(told(driver, client, notice)).toBe(0x1_0000n);
  });
});
