import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  loadedChild,
  refusedFor,
  spacious,
  startedChild,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const setEnv = 'task.Task.SetEnv';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const environmentOf = ({ state }: Driver) => state.objects.processes.list[2]?.environment;

describe('task.Task.SetEnv', () => {
  it('adds variables to a process that does not run, and replaces one of the same name [LIFE-1]', () => {
    const driver = driverOf();
    const task = local(loadedChild(driver, client));

    driver.done(client, setEnv, { task, name: 'A', value: '1' });
    driver.done(client, setEnv, { task, name: 'B', value: '2' });
    driver.done(client, setEnv, { task, name: 'A', value: '3' });

    expect(environmentOf(driver)).toEqual([
      ['B', '2'],
      ['A', '3'],
    ]);
  });

  it('sets one of a process that is not loaded yet, which it reads when it runs [LIFE-1]', () => {
    const driver = driverOf();
    const kid = { name: 'kid', eiid: 't.Server', path: 'Server' };
    const task = local(driver.handle(client, 'task.Task.Create', kid, 'child'));
    driver.done(client, setEnv, { task, name: 'A', value: '1' });
    const image = local(driver.handle(client, 'fs.FS.Open', { path: 'Server' }, 'file'));
    driver.done(client, 'task.Task.LoadSeg', { task, image });
    driver.done(client, 'task.Task.Resume', { task });

    const outputs = driver.done(threadOf(2, spacious), 'hal.HAL.GetEnv', { name: 'A' });

    expect(outputs.get('value')).toBe('1');
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, loadedChild(driver, client))[because];

    const result = tried(driver, client, setEnv, { task, name: 'A', value: '1' });

    expect(result).toEqual(refusedFor(because));
  });

  it.each([
    ['runs', undefined],
    ['is frozen', 'task.Task.Freeze'],
    ['has ended', 'task.Task.Terminate'],
  ])('refuses a process that %s, and changes nothing [LIFE-1]', (_, after) => {
    const driver = driverOf();
    const task = local(startedChild(driver, client));
    if (after !== undefined) driver.done(client, after, { task });

    const result = tried(driver, client, setEnv, { task, name: 'A', value: '1' });

    expect(result).toEqual(refusedFor('wrongState'));
  });

  it('refuses an empty name, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, setEnv, { task, name: '', value: '1' })).toEqual(
      refusedFor('invalidArgument'),
    );
  });

  it('refuses a thirty-third variable, and still replaces one of thirty-two [AVL-1]', () => {
    const driver = driverOf();
    const task = local(loadedChild(driver, client));
    for (let index = 0; index < 32; index++)
      driver.done(client, setEnv, { task, name: `V${String(index)}`, value: 'x' });

    const more = tried(driver, client, setEnv, { task, name: 'more', value: 'x' });
    const again = tried(driver, client, setEnv, { task, name: 'V7', value: 'y' });

    expect(more).toEqual(refusedFor('resourcesFull'));
    expect(again).toEqual({ outcome: 'done', same: false });
    expect(environmentOf(driver)).toHaveLength(32);
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(setEnv, -2));
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, setEnv, { task, name: '' })).toEqual(
      refusedFor('invalidArgument'),
    );
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'SetEnv'));
    const task = local(loadedChild(driver, client));

    const result = tried(driver, client, setEnv, { task, name: 'A', value: '1' });

    expect(result.outcome).toBe('denied response');
    expect(environmentOf(driver)).toEqual([['A', '1']]);
  });
});
