import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { nullHandle } from '../../../carried.ts';
import {
  Driver,
  all,
  call,
  kernelOf,
  local,
  service,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
import {
  answeringOnly,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  noHandle,
  refusedFor,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const close = 'handle.Handle.Close';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const copy = (driver: Driver, number: number): number =>
  driver.handle(
    client,
    'handle.Handle.Copy',
    { inHandle: local(number), newRightsMask: 0xffff_ffffn },
    'outHandle',
  );

describe('handle.Handle.Close', () => {
  it('frees the number, and what was derived hangs from the parent of what was closed [CAP-3]', () => {
    const driver = driverOf();
    const middle = copy(driver, 1);
    const last = copy(driver, middle);

    driver.done(client, close, { handle: local(middle) });

    expect(handlesOf(driver, 0).slice(2)).toEqual([
      { number: last, sid: 5, rights: 0x1_0007, parent: { process: 0, number: 1 }, live: true },
    ]);
    expect(copy(driver, 0)).toBe(middle);
  });

  it('makes roots of what was derived from a root [CAP-3]', () => {
    const driver = driverOf();
    const derived = copy(driver, 1);

    driver.done(client, close, { handle: local(1) });

    expect(handlesOf(driver, 0)[1]).toEqual({
      number: derived,
      sid: 5,
      rights: 0x1_0007,
      parent: undefined,
      live: true,
    });
  });

  it('closes a handle that was revoked [CAP-2]', () => {
    const driver = driverOf();
    const parent = copy(driver, 1);
    const revoked = copy(driver, parent);
    driver.done(client, 'handle.Handle.Revoke', { handle: local(parent) });

    driver.done(client, close, { handle: local(revoked) });

    expect(handlesOf(driver, 0).map(({ number }) => number)).toEqual([0, 1]);
  });

  it('shows the engine nothing of what a revoked handle named, whose SID may stand for another [LBL-2]', () => {
    const driver = driverOf();
    const parent = copy(driver, 1);
    const revoked = copy(driver, parent);
    driver.done(client, 'handle.Handle.Revoke', { handle: local(parent) });

    const { events } = driver.act(client, service(close, { handle: local(revoked) }));

    expect(events.map(({ event }) => event.content)).toEqual([
      { kind: 'value', message: record([['handle', nullHandle]]) },
      expect.anything(),
    ]);
  });

  it('ends the use of the handle [CAP-1]', () => {
    const driver = driverOf();

    driver.done(client, close, { handle: local(1) });

    expect(driver.act(client, call('Ping')).outcome).toMatchObject({ because: 'badHandle' });
  });

  it('destroys the resource with its last handle, and not before [LIFE-1]', () => {
    const driver = driverOf();
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    const second = copy(driver, badge);

    driver.done(client, close, { handle: local(badge) });
    const between = kindsOf(driver, 0);
    driver.done(client, close, { handle: local(second) });

    expect([between, kindsOf(driver, 0)]).toEqual([['badge'], []]);
  });

  it('drops the context of a resource that it destroys, and of nothing else [LIFE-2]', () => {
    const policy = `${gate}
execute dst=t.Client { gate.init { sid : dst_sid } }
response src=kl.core.Core endpoint=handle.Handle method=CreateBadge { gate.init { sid : message.badge.handle } }`;
    const driver = driverOf(policy);
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    const held = gateOf(driver.state);

    driver.done(client, close, { handle: local(badge) });

    expect(held).toEqual({ gate: { 3: 'shut', [sidOfResource]: 'shut' } });
    expect(gateOf(driver.state)).toEqual({ gate: { 3: 'shut' } });
  });

  it('refuses the null handle, and changes nothing [CAP-1]', () => {
    const driver = driverOf();

    expect(tried(driver, client, close, { handle: noHandle })).toEqual(refusedFor('badHandle'));
  });

  it.each([
    ['that the caller does not hold', 9],
    ['that is still on its way to the caller', 2],
  ])('refuses a handle %s, before anything is judged [CAP-1] [DENY-2]', (_, number) => {
    const driver = driverOf();
    driver.act(client, call('Send', { handle: local(0) }));

    const step = driver.act(server, service(close, { handle: local(number) }));

    expect(step.outcome).toMatchObject({ kind: 'refused', because: 'badHandle' });
    expect(step.events).toEqual([]);
    expect(step.next).toBe(driver.before);
  });

  it('tells how it went by a retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(close, 0));

    const refused = tried(driver, client, close, { handle: noHandle });
    const done = tried(driver, client, close, { handle: local(1) });

    expect([refused, done]).toEqual([
      { outcome: 'denied response', same: true },
      { outcome: 'done', same: false },
    ]);
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'Close'));

    const result = tried(driver, client, close, { handle: local(1) });

    expect(result.outcome).toBe('denied response');
    expect(handlesOf(driver, 0)).toHaveLength(1);
  });
});

/** After the kernel, Einit, 2 processes, a channel, 6 listeners, 2 files, 4 places for processes and 12 for threads. */
const sidOfResource = 3 + 2 + 1 + 6 + 2 + 4 + 12;
