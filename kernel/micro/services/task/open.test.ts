import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  handlesOf,
  refusedFor,
  spacious,
  startedChild,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const open = 'task.Task.Open';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('task.Task.Open', () => {
  it('gives every right over a process of init.yaml, by its name [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, open, { name: 'server' });

    expect(outputs).toEqual(
      record([
        ['task', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: 4,
      rights: 0xffff_ffff,
      parent: undefined,
      live: true,
    });
  });

  it('finds a process of the own family by the name that it was created with [LIFE-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);
    const child = threadOf(2, spacious);

    driver.done(child, open, { name: 'kid' });

    expect(handlesOf(driver, 2).at(-1)?.sid).toBe(handlesOf(driver, 0)[2]?.sid);
  });

  it.each([
    ['a name that there is not', 'nobody'],
    ['a process of another family', 'kid'],
    ['a process of another family by its full name', 'client/kid'],
  ])('refuses %s, and changes nothing [ISO-3]', (_, name) => {
    const driver = driverOf();
    startedChild(driver, client);

    expect(tried(driver, server, open, { name })).toEqual(refusedFor('nameUnknown'));
  });

  it('refuses a handle into a full table, and changes nothing [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 2 });

    expect(tried(driver, client, open, { name: 'server' })).toEqual(refusedFor('tableFull'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(open, -8));

    expect(tried(driver, client, open, { name: 'nobody' })).toEqual(refusedFor('nameUnknown'));
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'Open'));
    const before = bytesOf(driver);

    const result = tried(driver, client, open, { name: 'server' });

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });
});
