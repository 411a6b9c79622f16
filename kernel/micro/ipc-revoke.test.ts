import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  entryOf,
  give,
  kernelOf,
  lend,
  lendingProcesses as files,
  local,
  recv,
  refusedService,
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

/** An object of the server by its handle 3. */
const begin = () => {
  const driver = new Driver(kernelOf(all, { files, limits: roomy }));
  const fields = { rights: 0xffff_ffffn, context: 5n };
  const own = driver.handle(server, 'handle.Handle.CreateUserObject', fields);
  const badge = () => driver.handle(server, 'handle.Handle.CreateBadge', {}, 'badge');
  return { driver, own, badge };
};

const isRevoked = (driver: Driver, process: number, number: number) =>
  entryOf(driver, process, number)?.isRevoked;

const copyOf = (driver: Driver, by: typeof client, number: number) =>
  driver.handle(
    by,
    'handle.Handle.Copy',
    { inHandle: local(number), newRightsMask: 0xffff_ffffn },
    'outHandle',
  );

describe('a revocation', () => {
  it('reaches every handle that was derived, in third processes too, and closes its own [CAP-2]', () => {
    const { driver, own } = begin();
    const one = give(driver, server, client, local(own));
    const copy = copyOf(driver, client, one.number);
    const two = lend(driver, server, third, local(own));

    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });

    expect(entryOf(driver, 2, own)).toBeUndefined();
    expect([
      isRevoked(driver, 0, one.number),
      isRevoked(driver, 0, copy),
      isRevoked(driver, 3, two.number),
    ]).toEqual([true, true, true]);
    expect(driver.state.objects.resources[2]).toEqual([]);
  });

  it('by a holder between reaches what came from it, and nothing above or beside [CAP-2]', () => {
    const { driver, own } = begin();
    const between = lend(driver, server, third, local(own));
    const beside = give(driver, server, client, local(own));
    const below = copyOf(driver, third, between.number);

    driver.done(third, 'handle.Handle.Revoke', { handle: local(between.number) });

    expect(isRevoked(driver, 3, below)).toBe(true);
    expect([isRevoked(driver, 2, own), isRevoked(driver, 0, beside.number)]).toEqual([
      false,
      false,
    ]);
  });

  it('reaches what is in transit [CAP-2]', () => {
    const { driver, own } = begin();
    const second = anotherThread(driver, server);
    driver.act(second, call('Lend', { one: local(own) }));

    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });
    driver.act(third, recv);

    expect(refusedService(driver, third, 'handle.Handle.Copy', { inHandle: local(2) })).toBe(
      'handleRevoked',
    );
  });

  it('reaches what was derived from a handle that is closed meanwhile [CAP-2] [CAP-3]', () => {
    const { driver, own } = begin();
    const one = give(driver, server, client, local(own));
    const copy = copyOf(driver, client, one.number);
    driver.done(client, 'handle.Handle.Close', { handle: local(one.number) });

    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });

    expect(isRevoked(driver, 0, copy)).toBe(true);
  });

  it('does not reach a handle to the same object by another root [CAP-2]', () => {
    const driver = begin().driver;
    const [one, two] = [1, 2].map(() =>
      driver.handle(server, 'thread.Thread.OpenCurrent', {}, 'thread'),
    );

    driver.done(server, 'handle.Handle.Revoke', { handle: local(one ?? 0) });

    expect(isRevoked(driver, 2, two ?? 0)).toBe(false);
  });

  it('leaves a revoked handle its number, until it is closed [CAP-2]', () => {
    const { driver, own } = begin();
    const one = give(driver, server, client, local(own));
    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });

    const taken = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
    const closed = driver.act(
      client,
      service('handle.Handle.Close', { handle: local(one.number) }),
    );

    expect(taken).not.toBe(one.number);
    expect(short(closed.outcome)).toBe('done');
    expect(entryOf(driver, 0, one.number)).toBeUndefined();
  });

  it('does not harm what comes to have the SID of the object that is gone [CAP-2]', () => {
    const { driver, own } = begin();
    const old = entryOf(driver, 2, own)?.sid;
    const one = give(driver, server, client, local(own));
    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });
    const next = driver.handle(server, 'handle.Handle.CreateUserObject', { rights: 1n });

    driver.done(client, 'handle.Handle.Close', { handle: local(one.number) });

    expect(entryOf(driver, 2, next)).toMatchObject({ sid: old, isRevoked: false });
    expect(driver.state.objects.resources[2]).toMatchObject([{ kind: 'user' }]);
  });
});

describe('a revocation of what bore a badge', () => {
  /** The object, given to the client with one badge and to the other with another. */
  const marked = () => {
    const { driver, own, badge } = begin();
    const [first, second] = [badge(), badge()] as const;
    const one = give(driver, server, client, local(own, 0xffff_ffff, first)).number;
    const two = give(driver, server, other, local(own, 0xffff_ffff, second)).number;
    const revoke = (mark: number) =>
      service('handle.Handle.RevokeSubtree', { handle: local(own), badge: local(mark) });
    return { driver, own, badge, first, second, one, two, revoke };
  };

  it('leaves the other transfers alone, and its own handle [CAP-2]', () => {
    const { driver, own, first, one, two, revoke } = marked();

    driver.act(server, revoke(first));

    expect([isRevoked(driver, 0, one), isRevoked(driver, 1, two)]).toEqual([true, false]);
    expect(isRevoked(driver, 2, own)).toBe(false);
    expect(driver.state.objects.resources[2]).toHaveLength(3);
  });

  it('reaches what was derived from the transfers that bore it [CAP-2]', () => {
    const { driver, first, one, revoke } = marked();
    const copy = copyOf(driver, client, one);

    driver.act(server, revoke(first));

    expect(isRevoked(driver, 0, copy)).toBe(true);
  });

  it('reaches what is in transit [CAP-2]', () => {
    const { driver, own, first, revoke } = marked();
    const second = anotherThread(driver, server);
    driver.act(second, call('Lend', { one: local(own, 0xffff_ffff, first) }));

    driver.act(server, revoke(first));

    expect(entryOf(driver, 3, 2)).toMatchObject({ isInTransit: true, isRevoked: true });
  });

  it('reaches the copies of one that is closed: no holder gets out of it so [CAP-2] [CAP-3]', () => {
    const { driver, first, one, revoke } = marked();
    const copy = copyOf(driver, client, one);
    driver.done(client, 'handle.Handle.Close', { handle: local(one) });

    driver.act(server, revoke(first));

    expect(isRevoked(driver, 0, copy)).toBe(true);
  });

  it('reaches the copies of one closed over several generations, whatever their own badges [CAP-2] [CAP-3]', () => {
    const { driver, first, one, revoke } = marked();
    const mark = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    const fields = { newRightsMask: 0xffff_ffffn, copyBadge: local(mark) };
    const copies: number[] = [one];
    for (let count = 0; count < 3; count += 1)
      copies.push(
        driver.handle(
          client,
          'handle.Handle.Copy',
          { inHandle: local(copies.at(-1) ?? 0), ...fields },
          'outHandle',
        ),
      );
    for (const number of copies.slice(0, -1))
      driver.done(client, 'handle.Handle.Close', { handle: local(number) });

    driver.act(server, revoke(first));

    expect(isRevoked(driver, 0, copies.at(-1) ?? 0)).toBe(true);
  });

  it('does not reach what bears a badge that nobody holds, by another of the same number [CAP-2]', () => {
    const { driver, badge, first, one, revoke } = marked();
    driver.done(server, 'handle.Handle.Close', { handle: local(first) });

    const fresh = badge();
    driver.act(server, revoke(fresh));

    expect(fresh).toBe(first);
    expect(isRevoked(driver, 0, one)).toBe(false);
  });

  it('does not reach what another object was given by the same badge [CAP-2]', () => {
    const { driver, first, revoke } = marked();
    const word = driver.handle(server, 'sync.Sync.Alloc', {}, 'sync');
    const there = give(driver, server, client, local(word, 0xffff_ffff, first));

    driver.act(server, revoke(first));

    expect(isRevoked(driver, 0, there.number)).toBe(false);
  });
});
