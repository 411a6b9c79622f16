import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  handlesOf,
  kindsOf,
  refusedFor,
  sidBy,
  spacious,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const open = 'audit.Audit.Open';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('audit.Audit.Open', () => {
  it.each(['audit', ''])('gives a handle to the log by the name "%s" [AUD-1] [LBL-2]', (name) => {
    const driver = driverOf();

    const outputs = driver.done(client, open, { name });

    expect(outputs).toEqual(
      record([
        ['handle', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(kindsOf(driver, 0)).toEqual(['log']);
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: sidBy(driver, client, 2),
      rights: 0x1_0007,
      parent: undefined,
      live: true,
    });
  });

  it('gives each that opens it a SID of its own [ISO-3]', () => {
    const driver = driverOf();
    driver.done(client, open);

    driver.done(server, open);

    expect(sidBy(driver, client, 2)).not.toBe(sidBy(driver, server, 2));
  });

  it('refuses another name, and changes nothing [AUD-1]', () => {
    const driver = driverOf();

    expect(tried(driver, client, open, { name: 'other' })).toEqual(refusedFor('nameUnknown'));
  });

  it.each([
    ['resourcesFull', { ...spacious, resources: 0 }],
    ['tableFull', { ...spacious, handles: 2 }],
  ])('refuses what exceeds the share of the process: %s [AVL-1]', (because, limits) => {
    const driver = driverOf(all, limits);

    expect(tried(driver, client, open)).toEqual(refusedFor(because));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(open, -8));

    expect(tried(driver, client, open, { name: 'other' })).toEqual(refusedFor('nameUnknown'));
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('audit.Audit', 'Open'));
    const before = bytesOf(driver);

    const result = tried(driver, client, open);

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });
});
