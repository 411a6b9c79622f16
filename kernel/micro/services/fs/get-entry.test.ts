import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, fourProcesses, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { answeringOnly, refusedFor, spacious, tried } from '../../test-services.ts';

const client = threadOf(0, spacious);
const getEntry = 'fs.FS.GetEntry';

const driverOf = (policy = all, files = {}): Driver =>
  new Driver(kernelOf(policy, { limits: spacious, files }));

describe('fs.FS.GetEntry', () => {
  it('tells the path of a file by its number, and changes nothing [LBL-2]', () => {
    const driver = driverOf();

    expect(driver.done(client, getEntry, { index: 1n })).toEqual(
      record([
        ['path', 'Server'],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
  });

  it('counts the program of several processes once [LBL-2]', () => {
    const driver = driverOf(all, fourProcesses);

    const paths = [0n, 1n].map((index) => driver.done(client, getEntry, { index }).get('path'));

    expect(paths).toEqual(['Client', 'Server']);
    expect(tried(driver, client, getEntry, { index: 2n })).toEqual(refusedFor('nameUnknown'));
  });

  it.each([2n, 0xffff_ffffn])('refuses the number %s, beyond the last file [LBL-2]', (index) => {
    const driver = driverOf();

    expect(tried(driver, client, getEntry, { index })).toEqual(refusedFor('nameUnknown'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(getEntry, -8));

    expect(tried(driver, client, getEntry, { index: 9n })).toEqual(refusedFor('nameUnknown'));
  });

  it('withholds the path where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('fs.FS', 'GetEntry'));

    expect(tried(driver, client, getEntry)).toEqual({ outcome: 'denied response', same: true });
  });
});
