import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { spacious, startedChild, tried } from '../../test-services.ts';

const [client, child] = [threadOf(0, spacious), threadOf(2, spacious)] as const;
const getPath = 'task.Task.GetPath';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('task.Task.GetPath', () => {
  it('tells the path of the image of the caller, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();

    expect(driver.done(client, getPath)).toEqual(
      record([
        ['path', 'Client'],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
  });

  it('tells a created process what it was loaded with [LIFE-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);

    expect(driver.done(child, getPath).get('path')).toBe('Server');
  });

  it('withholds the path where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'GetPath'));

    expect(tried(driver, client, getPath)).toEqual({ outcome: 'denied response', same: true });
  });
});
