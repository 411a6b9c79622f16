import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  refusedFor,
  spacious,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const read = 'fs.FS.Read';
const content = Array.from('refmon image of t.Server\n', (one) =>
  one.charCodeAt(0).toString(16).padStart(2, '0'),
);

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const opened = (driver: Driver): number =>
  driver.handle(client, 'fs.FS.Open', { path: 'Server' }, 'file');

describe('fs.FS.Read', () => {
  it.each([
    ['the whole', 0n, 256n, content],
    ['a part', 7n, 5n, content.slice(7, 12)],
    ['what is left before the end', 20n, 100n, content.slice(20)],
    ['nothing at the end', 25n, 1n, []],
    ['nothing far beyond it', 0xffff_ffffn, 256n, []],
    ['nothing where nothing is asked for', 3n, 0n, []],
  ])('gives %s of a file, and changes nothing [LBL-2]', (_, offset, size, expected) => {
    const driver = driverOf();
    const file = local(opened(driver));

    const outputs = driver.done(client, read, { file, offset, size });

    expect(outputs).toEqual(
      record([
        ['data', { kind: 'bytes', hex: expected.join('') }],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const file = faultyHandles(driver, client, opened(driver))[because];

    expect(tried(driver, client, read, { file, offset: 0n, size: 1n })).toEqual(
      refusedFor(because),
    );
  });

  it('refuses more than 256 bytes, and changes nothing [AVL-1]', () => {
    const driver = driverOf();
    const file = local(opened(driver));

    expect(tried(driver, client, read, { file, offset: 0n, size: 257n })).toEqual(
      refusedFor('invalidArgument'),
    );
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(read, -2));

    expect(tried(driver, client, read, { file: local(1) })).toEqual(refusedFor('wrongType'));
  });

  it('withholds the bytes where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('fs.FS', 'Read'));
    const file = local(opened(driver));

    expect(tried(driver, client, read, { file, offset: 0n, size: 9n })).toEqual({
      outcome: 'denied response',
      same: true,
    });
  });
});
