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
const open = 'fs.FS.Open';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('fs.FS.Open', () => {
  it('gives a handle to a file, to read and to lend, and tells its size in bytes [LBL-2] [CAP-1]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, open, { path: 'Server' });

    expect(outputs).toEqual(
      record([
        ['file', local(2)],
        ['size', BigInt('refmon image of t.Server\n'.length)],
        ['rc', 0n],
      ]).fields,
    );
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: sidBy(driver, client, 2),
      rights: 0x1_0007,
      parent: undefined,
      live: true,
    });
  });

  it('makes nothing: the file has one label for all [LBL-2]', () => {
    const driver = driverOf();

    driver.done(client, open, { path: 'Server' });
    driver.done(server, open, { path: 'Server' });
    driver.done(server, open, { path: 'Client' });

    expect(sidBy(driver, client, 2)).toBe(sidBy(driver, server, 2));
    expect(sidBy(driver, server, 3)).not.toBe(sidBy(driver, server, 2));
    expect([kindsOf(driver, 0), kindsOf(driver, 1)]).toEqual([[], []]);
  });

  it.each(['nothing', ''])('refuses the path "%s", of which there is no file [LBL-2]', (path) => {
    const driver = driverOf();

    expect(tried(driver, client, open, { path })).toEqual(refusedFor('nameUnknown'));
  });

  it('refuses a handle into a full table, and changes nothing [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 2 });

    expect(tried(driver, client, open, { path: 'Server' })).toEqual(refusedFor('tableFull'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(open, -8));

    expect(tried(driver, client, open, { path: 'nothing' })).toEqual(refusedFor('nameUnknown'));
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('fs.FS', 'Open'));
    const before = bytesOf(driver);

    const result = tried(driver, client, open, { path: 'Server' });

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });
});
