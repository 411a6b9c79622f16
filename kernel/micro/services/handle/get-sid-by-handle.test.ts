import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  refusedFor,
  spacious,
  sendHandle,
  sidBy,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const getSid = 'handle.Handle.GetSidByHandle';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('handle.Handle.GetSidByHandle', () => {
  it('tells the SID, and changes nothing [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, getSid, { handle: local(1) });

    expect(outputs).toEqual(
      record([
        ['sid', 5n],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
  });

  it('tells the same of one resource in every process [LBL-2]', () => {
    const driver = driverOf();
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');

    const there = sendHandle(driver, client, server, local(badge));

    expect(sidBy(driver, server, there)).toBe(sidBy(driver, client, badge));
  });

  it.each(['badHandle', 'handleRevoked', 'rightsMissing'] as const)(
    'refuses %s, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const handle = faultyHandles(driver, client, 1)[because];

      expect(tried(driver, client, getSid, { handle })).toEqual(refusedFor(because));
    },
  );

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(getSid, -8));

    expect(tried(driver, client, getSid)).toEqual(refusedFor('badHandle'));
    expect(tried(driver, client, getSid, { handle: local(1) })).toEqual({
      outcome: 'denied response',
      same: true,
    });
  });

  it('withholds the SID where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('handle.Handle', 'GetSidByHandle'));

    expect(tried(driver, client, getSid, { handle: local(1) })).toEqual({
      outcome: 'denied response',
      same: true,
    });
  });
});
