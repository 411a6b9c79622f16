import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, threadOf, withholding } from '../../test-kernel.ts';
import { spacious, startedChild, tried } from '../../test-services.ts';

const [client, child] = [threadOf(0, spacious), threadOf(2, spacious)] as const;
const getName = 'task.Task.GetName';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('task.Task.GetName', () => {
  it('tells the name of a process of init.yaml, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();

    expect(driver.done(client, getName)).toEqual(
      record([
        ['name', 'client'],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state).toBe(driver.before);
  });

  it('tells the whole name of a process of init.yaml that has a slash in it [LIFE-1]', () => {
    const files = { 'init.yaml': 'entities:\n- name: t.Client\n  task: a/b\n' };
    const driver = new Driver(kernelOf(all, { limits: spacious, files }));

    expect(driver.done(client, getName).get('name')).toBe('a/b');
  });

  it.each(['kid', 'a/b', '/'])('tells %s to a process that was created so [LIFE-1]', (name) => {
    const driver = driverOf();
    startedChild(driver, client, { name });

    expect(driver.done(child, getName).get('name')).toBe(name);
  });

  it('withholds the name where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'GetName'));

    expect(tried(driver, client, getName)).toEqual({ outcome: 'denied response', same: true });
  });
});
