import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import {
  Driver,
  all,
  kernelOf,
  outputsOf,
  service,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
import { spacious, tried } from '../../test-services.ts';

const client = threadOf(0, spacious);
const getTime = 'time.Time.GetTime';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('time.Time.GetTime', () => {
  it.each([
    [0n, 0n],
    [1_234n, 1_234n],
    [2n ** 64n - 1n, 2n ** 64n - 1n],
    [2n ** 64n + 5n, 5n],
    [-1n, 2n ** 64n - 1n],
  ])('tells what the clock of the step shows, in 64 bits: %s as %s [IPC-3]', (clock, msecs) => {
    const driver = driverOf();

    const step = driver.step({ ...service(getTime), by: client, clock });

    expect(outputsOf(step.outcome)).toEqual(
      record([
        ['msecs', msecs],
        ['rc', 0n],
      ]).fields,
    );
    expect(step.next).toBe(driver.before);
  });

  it('tells 0 where the step has no clock [IPC-3]', () => {
    const driver = driverOf();

    expect(driver.done(client, getTime).get('msecs')).toBe(0n);
  });

  it('withholds the time where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('time.Time', 'GetTime'));

    expect(tried(driver, client, getTime)).toEqual({ outcome: 'denied response', same: true });
  });
});
