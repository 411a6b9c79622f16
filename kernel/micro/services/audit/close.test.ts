import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  refusedFor,
  spacious,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const close = 'audit.Audit.Close';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const opened = (driver: Driver): number => driver.handle(client, 'audit.Audit.Open');

describe('audit.Audit.Close', () => {
  it('frees the number, and what was opened is gone with its last handle [CAP-3]', () => {
    const driver = driverOf();
    const handle = local(opened(driver));

    driver.done(client, close, { handle });

    expect(handlesOf(driver, 0)).toHaveLength(2);
    expect(kindsOf(driver, 0)).toEqual([]);
  });

  it('closes a handle without any right but to be copied [CAP-1]', () => {
    const driver = driverOf();
    const handle = faultyHandles(driver, client, opened(driver)).rightsMissing;

    driver.done(client, close, { handle });

    expect(kindsOf(driver, 0)).toEqual(['log']);
  });

  it('drops the context of what was opened [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=audit.Audit method=Open { gate.init { sid : message.handle.handle } }`;
    const driver = driverOf(policy);
    const handle = local(opened(driver));

    driver.done(client, close, { handle });

    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it.each(['badHandle', 'wrongType'] as const)(
    'refuses %s, and changes nothing [CAP-1]',
    (because) => {
      const driver = driverOf();
      const handle = faultyHandles(driver, client, opened(driver))[because];

      expect(tried(driver, client, close, { handle })).toEqual(refusedFor(because));
    },
  );

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(close, -2));

    expect(tried(driver, client, close, { handle: local(1) })).toEqual(refusedFor('wrongType'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('audit.Audit', 'Close'));

    const result = tried(driver, client, close, { handle: local(opened(driver)) });

    expect(result.outcome).toBe('denied response');
    expect(kindsOf(driver, 0)).toEqual([]);
  });
});
