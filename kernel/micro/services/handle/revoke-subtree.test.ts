import { describe, expect, it } from 'vitest';
import { Driver, all, call, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handlesOf,
  noHandle,
  refusedFor,
  sendHandle,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const revokeSubtree = 'handle.Handle.RevokeSubtree';
const everything = 0xffff_ffffn;

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const badgeOf = (driver: Driver): number =>
  driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');

const copy = (driver: Driver, number: number, badge?: number): number =>
  driver.handle(
    client,
    'handle.Handle.Copy',
    {
      inHandle: local(number),
      newRightsMask: everything,
      copyBadge: badge === undefined ? noHandle : local(badge),
    },
    'outHandle',
  );

/** The numbers of the handles of a process that are revoked. */
const revokedOf = (driver: Driver, process: number): readonly number[] =>
  handlesOf(driver, process).flatMap(({ number, live }) => (live ? [] : [number]));

describe('handle.Handle.RevokeSubtree', () => {
  it('revokes what bore the badge and what was derived from it, and leaves the rest and the handle itself [CAP-2]', () => {
    const driver = driverOf();
    const badge = badgeOf(driver);
    const marked = copy(driver, 1, badge);
    const below = copy(driver, marked);
    const plain = copy(driver, 1);

    driver.done(client, revokeSubtree, { handle: local(1), badge: local(badge) });

    expect(revokedOf(driver, 0)).toEqual([marked, below]);
    expect(handlesOf(driver, 0).map(({ number }) => number)).toEqual([
      0,
      1,
      badge,
      marked,
      below,
      plain,
    ]);
  });

  it('revokes transfers that bore the badge, in the process that got them [CAP-2]', () => {
    const driver = driverOf();
    const badge = badgeOf(driver);
    const marked = sendHandle(driver, client, server, local(1, 0xffff_ffff, badge));
    const plain = sendHandle(driver, client, server, local(1));

    driver.done(client, revokeSubtree, { handle: local(1), badge: local(badge) });

    expect(revokedOf(driver, 1)).toEqual([marked]);
    expect(driver.act(server, call('Ping', {}, { handle: plain })).outcome.kind).toBe('blocked');
  });

  it('leaves what bore another badge, and what bore the badge below another handle [CAP-2]', () => {
    const driver = driverOf();
    const [badge, other] = [badgeOf(driver), badgeOf(driver)];
    copy(driver, 1, other);
    copy(driver, 0, badge);
    const marked = copy(driver, 1, badge);

    driver.done(client, revokeSubtree, { handle: local(1), badge: local(badge) });

    expect(revokedOf(driver, 0)).toEqual([marked]);
  });

  it('leaves what bore an earlier badge: a badge that is made anew marks nothing yet [CAP-2] [LBL-2]', () => {
    const driver = driverOf();
    const first = badgeOf(driver);
    copy(driver, 1, first);
    driver.done(client, 'handle.Handle.Close', { handle: local(first) });
    const second = badgeOf(driver);

    driver.done(client, revokeSubtree, { handle: local(1), badge: local(second) });

    expect(revokedOf(driver, 0)).toEqual([]);
  });

  it.each(['badHandle', 'handleRevoked'] as const)(
    'refuses %s for the handle, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const badge = badgeOf(driver);
      const handle = faultyHandles(driver, client, 1)[because];

      const result = tried(driver, client, revokeSubtree, { handle, badge: local(badge) });

      expect(result).toEqual(refusedFor(because));
    },
  );

  it('refuses to revoke without a badge, and changes nothing [CAP-1]', () => {
    const driver = driverOf();

    const result = tried(driver, client, revokeSubtree, { handle: local(1), badge: noHandle });

    expect(result).toEqual(refusedFor('badgeless'));
  });

  it.each(['wrongType', 'handleRevoked'] as const)(
    'refuses %s for the badge, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const badge = faultyHandles(driver, client, badgeOf(driver))[because];

      const result = tried(driver, client, revokeSubtree, { handle: local(1), badge });

      expect(result).toEqual(refusedFor(because));
    },
  );

  it('refuses a badge that the caller does not hold [CAP-1]', () => {
    const driver = driverOf();

    const result = tried(driver, client, revokeSubtree, { handle: local(1), badge: local(9) });

    expect(result).toEqual(refusedFor('badHandle'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(revokeSubtree, -2));

    expect(tried(driver, client, revokeSubtree, { handle: local(1) })).toEqual(
      refusedFor('badgeless'),
    );
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'RevokeSubtree'));
    const badge = badgeOf(driver);
    const marked = copy(driver, 1, badge);

    const result = tried(driver, client, revokeSubtree, {
      handle: local(1),
      badge: local(badge),
    });

    expect(result.outcome).toBe('denied response');
    expect(revokedOf(driver, 0)).toEqual([marked]);
  });
});
