import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, service, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  faultyHandles,
  handlesOf,
  noHandle,
  refusedFor,
  spacious,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const copy = 'handle.Handle.Copy';
const everything = 0xffff_ffffn;

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('handle.Handle.Copy', () => {
  it('gives the least free number, with the rights that both the handle and the mask have [CAP-1] [CAP-3]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, copy, { inHandle: local(1), newRightsMask: 0x1_0001n });

    expect(outputs).toEqual(
      record([
        ['outHandle', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: 5,
      rights: 0x1_0001,
      parent: { process: 0, number: 1 },
      live: true,
    });
  });

  it('gives no right that the handle has not, whatever the mask says [CAP-1] [CAP-3]', () => {
    const driver = driverOf();
    driver.done(client, copy, { inHandle: local(1), newRightsMask: 0x5n });

    driver.done(client, copy, { inHandle: local(2), newRightsMask: everything });

    expect(handlesOf(driver, 0).map(({ rights }) => rights)).toEqual([
      0x1_0007, 0x1_0007, 0x5, 0x5,
    ]);
  });

  it('marks the copy with the badge [CAP-2]', () => {
    const driver = driverOf();
    driver.done(client, 'handle.Handle.CreateBadge', { context: 7n });

    driver.done(client, copy, {
      inHandle: local(1),
      newRightsMask: everything,
      copyBadge: local(2),
    });
    driver.done(client, 'handle.Handle.RevokeSubtree', { handle: local(1), badge: local(2) });

    expect(handlesOf(driver, 0).map(({ live }) => live)).toEqual([true, true, true, false]);
  });

  it.each(['badHandle', 'handleRevoked', 'rightsMissing'] as const)(
    'refuses %s for the handle, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const task = driver.handle(client, 'task.Task.Open', { name: 'server' }, 'task');
      const faulty = faultyHandles(driver, client, task);
      const weak = driver.handle(
        client,
        copy,
        { inHandle: local(1), newRightsMask: 0x1_0000n },
        'outHandle',
      );
      const inHandle = because === 'rightsMissing' ? local(weak) : faulty[because];

      const result = tried(driver, client, copy, { inHandle, newRightsMask: everything });

      expect(result).toEqual(refusedFor(because));
    },
  );

  it.each(['handleRevoked', 'wrongType'] as const)(
    'refuses %s for the badge, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
      const copyBadge = faultyHandles(driver, client, badge)[because];

      const result = tried(driver, client, copy, {
        inHandle: local(1),
        newRightsMask: everything,
        copyBadge,
      });

      expect(result).toEqual(refusedFor(because));
    },
  );

  it('takes the null handle for no badge [CAP-1]', () => {
    const driver = driverOf();

    const result = tried(driver, client, copy, {
      inHandle: local(1),
      newRightsMask: everything,
      copyBadge: noHandle,
    });

    expect(result).toEqual({ outcome: 'done', same: false });
  });

  it('refuses a handle that the caller does not hold, before anything is judged [CAP-1] [DENY-2]', () => {
    const driver = driverOf();

    const step = driver.act(client, service(copy, { inHandle: local(9), newRightsMask: 1n }));

    expect(step.outcome).toMatchObject({ kind: 'refused', because: 'badHandle' });
    expect(step.events).toEqual([]);
    expect(step.next).toBe(driver.before);
  });

  it('refuses a copy into a full table, and changes nothing [CAP-1] [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 2 });

    const result = tried(driver, client, copy, { inHandle: local(1), newRightsMask: everything });

    expect(result).toEqual(refusedFor('tableFull'));
  });

  it('tells how it went by a retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(copy, -3));
    driver.done(client, 'handle.Handle.CreateUserObject', { rights: 0n });

    const refused = tried(driver, client, copy, { inHandle: local(2), newRightsMask: everything });
    const done = tried(driver, client, copy, { inHandle: local(1), newRightsMask: everything });

    expect(refused).toEqual(refusedFor('rightsMissing'));
    expect(done.outcome).toBe('denied response');
  });

  it('is undone where its response is denied [IPC-3] [CAP-1]', () => {
    const driver = driverOf(withholding('handle.Handle', 'Copy'));
    const before = bytesOf(driver);

    const result = tried(driver, client, copy, { inHandle: local(1), newRightsMask: everything });

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });
});
