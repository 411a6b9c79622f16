import { describe, expect, it } from 'vitest';
import { emptyMessage } from '../../../../model/value.ts';
import {
  Driver,
  all,
  call,
  completionOf,
  kernelOf,
  local,
  recv,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  refusedFor,
  sendHandle,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const revoke = 'handle.Handle.Revoke';
const everything = 0xffff_ffffn;

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const copy = (driver: Driver, number: number): number =>
  driver.handle(
    client,
    'handle.Handle.Copy',
    { inHandle: local(number), newRightsMask: everything },
    'outHandle',
  );

describe('handle.Handle.Revoke', () => {
  it('closes the handle and revokes what was derived from it over all generations, and nothing else [CAP-2]', () => {
    const driver = driverOf();
    const root = copy(driver, 1);
    const child = copy(driver, root);
    const grandchild = copy(driver, child);
    const sibling = copy(driver, 1);

    driver.done(client, revoke, { handle: local(root) });

    expect(handlesOf(driver, 0).map(({ number, live }) => [number, live])).toEqual([
      [0, true],
      [1, true],
      [child, false],
      [grandchild, false],
      [sibling, true],
    ]);
  });

  it('revokes in other processes, where the number stays and every use but closing is refused [CAP-2]', () => {
    const driver = driverOf();
    const there = sendHandle(driver, client, server, local(1));

    driver.done(client, revoke, { handle: local(1) });
    const used = driver.act(server, call('Ping', {}, { handle: there }));
    const closed = tried(driver, server, 'handle.Handle.Close', { handle: local(there) });

    expect(used.outcome).toMatchObject({ because: 'handleRevoked' });
    expect(closed).toEqual({ outcome: 'done', same: false });
  });

  it('revokes a handle that is on its way, which its receiver then cannot use [CAP-2]', () => {
    const driver = driverOf();
    const root = copy(driver, 1);
    driver.done(client, 'thread.Thread.Create', { entry: 1n, priority: 8n });
    driver.act(client, call('Send', { handle: local(root) }));

    driver.done(threadOf(0, spacious, 1), revoke, { handle: local(root) });
    driver.act(server, recv);

    expect(driver.act(server, call('Ping', {}, { handle: 2 })).outcome).toMatchObject({
      because: 'handleRevoked',
    });
  });

  it('leaves a call that is under way: its answer comes [IPC-1]', () => {
    const driver = driverOf();
    driver.done(client, 'thread.Thread.Create', { entry: 1n, priority: 8n });
    driver.act(client, call('Note'));

    driver.done(threadOf(0, spacious, 1), revoke, { handle: local(1) });
    driver.act(server, recv);
    const step = driver.act(server, { kind: 'reply', as: 'response', message: emptyMessage });

    expect(completionOf(step, client)?.kind).toBe('done');
  });

  it('destroys a resource of which no live handle is left, and drops its context [CAP-2] [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=handle.Handle method=CreateBadge { gate.init { sid : message.badge.handle } }`;
    const driver = driverOf(policy);
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    sendHandle(driver, client, server, local(badge));

    driver.done(client, revoke, { handle: local(badge) });

    expect(kindsOf(driver, 0)).toEqual([]);
    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it('revokes for ever: a SID that stands for something again is not reached by it [CAP-2]', () => {
    const driver = driverOf();
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    const there = sendHandle(driver, client, server, local(badge));
    driver.done(client, revoke, { handle: local(badge) });

    driver.done(client, 'handle.Handle.CreateBadge');

    expect(tried(driver, server, 'handle.Handle.GetSidByHandle', { handle: local(there) })).toEqual(
      refusedFor('handleRevoked'),
    );
  });

  it.each(['badHandle', 'handleRevoked'] as const)(
    'refuses %s, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const handle = faultyHandles(driver, client, 1)[because];

      expect(tried(driver, client, revoke, { handle })).toEqual(refusedFor(because));
    },
  );

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(revoke, -8));

    expect(tried(driver, client, revoke)).toEqual(refusedFor('badHandle'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'Revoke'));
    const child = copy(driver, 1);

    const result = tried(driver, client, revoke, { handle: local(1) });

    expect(result.outcome).toBe('denied response');
    expect(handlesOf(driver, 0).map(({ number, live }) => [number, live])).toEqual([
      [0, true],
      [child, false],
    ]);
  });
});
