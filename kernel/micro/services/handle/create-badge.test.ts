import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  refusedFor,
  spacious,
  sidBy,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const createBadge = 'handle.Handle.CreateBadge';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('handle.Handle.CreateBadge', () => {
  it('makes a badge with a label of its own, and gives every right to it [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, createBadge, { context: 7n });

    expect(outputs).toEqual(
      record([
        ['badge', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state.objects.resources[0]).toEqual([{ kind: 'badge', context: 7n }]);
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: sidBy(driver, client, 2),
      rights: 0xffff_ffff,
      parent: undefined,
      live: true,
    });
  });

  it('gives each badge another SID [LBL-2]', () => {
    const driver = driverOf();
    const first = driver.handle(client, createBadge, {}, 'badge');
    const second = driver.handle(client, createBadge, {}, 'badge');
    const other = driver.handle(server, createBadge, {}, 'badge');

    const sids = [
      sidBy(driver, client, first),
      sidBy(driver, client, second),
      sidBy(driver, server, other),
    ];

    expect(new Set(sids).size).toBe(3);
  });

  it('refuses more than the share of the process, and leaves the share of others [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, resources: 1 });
    driver.done(client, createBadge);

    const full = tried(driver, client, createBadge);

    expect(full).toEqual(refusedFor('resourcesFull'));
    expect(tried(driver, server, createBadge).outcome).toBe('done');
  });

  it('refuses a badge into a full table, and changes nothing [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 2 });

    expect(tried(driver, client, createBadge)).toEqual(refusedFor('tableFull'));
  });

  it('tells how it went by a retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(createBadge, -16), { ...spacious, resources: 0 });

    expect(tried(driver, client, createBadge)).toEqual(refusedFor('resourcesFull'));
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'CreateBadge'));
    const before = bytesOf(driver);

    const result = tried(driver, client, createBadge);

    expect(result.outcome).toBe('denied response');
    expect(kindsOf(driver, 0)).toEqual([]);
    expect(bytesOf(driver)).toEqual(before);
  });

  it('gives a SID that was free again a fresh context [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=handle.Handle method=CreateBadge { gate.init { sid : message.badge.handle } }
request dst=kl.core.Core endpoint=handle.Handle method=GetSidByHandle { gate.enter { sid : message.handle.handle, state : "open" } }`;
    const driver = driverOf(policy);
    driver.done(client, createBadge);
    const first = sidBy(driver, client, 2);
    const open = gateOf(driver.state);
    driver.done(client, 'handle.Handle.Close', { handle: local(2) });

    driver.done(client, createBadge);

    expect(open).toEqual({ gate: { [first]: 'open' } });
    expect(gateOf(driver.state)).toEqual({ gate: { [first]: 'shut' } });
  });
});
