import { describe, expect, it } from 'vitest';
import type { Intent } from '../../../../model/step.ts';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, service, threadOf, withholding } from '../../test-kernel.ts';
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

const [client, child] = [threadOf(0, spacious), threadOf(2, spacious)] as const;
const getExitStatus = 'task.Task.GetExitStatus';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const answer = (ended: bigint, status: bigint) =>
  record([
    ['ended', ended],
    ['status', status],
    ['rc', 0n],
  ]).fields;

describe('task.Task.GetExitStatus', () => {
  it.each([
    ['is loaded', loadedChild],
    ['runs', startedChild],
  ])('tells nothing yet of a process that %s, and changes nothing [LIFE-1]', (_, make) => {
    const driver = driverOf();
    const task = local(make(driver, client));

    expect(driver.done(client, getExitStatus, { task })).toEqual(answer(0n, 0n));
    expect(driver.state).toBe(driver.before);
  });

  it.each<readonly [string, Intent, bigint, bigint]>([
    ['by itself', service('task.Task.Exit', { status: 7n }), 1n, 7n],
    ['by an exception', { kind: 'trap', code: 11 }, 3n, 11n],
  ])('tells how a process has ended %s [LIFE-1]', (_, intent, ended, status) => {
    const driver = driverOf();
    const task = local(startedChild(driver, client));

    driver.act(child, intent);

    expect(driver.done(client, getExitStatus, { task })).toEqual(answer(ended, status));
  });

  it.each(['task.Task.Terminate', 'task.Task.Freeze'])(
    'tells that another has ended it after %s [LIFE-1]',
    (by) => {
      const driver = driverOf();
      const task = local(startedChild(driver, client));

      driver.done(client, by, { task });

      expect(driver.done(client, getExitStatus, { task })).toEqual(answer(2n, 0n));
    },
  );

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, startedChild(driver, client))[because];

    expect(tried(driver, client, getExitStatus, { task })).toEqual(refusedFor(because));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(getExitStatus, -2));

    expect(tried(driver, client, getExitStatus, { task: local(0) })).toEqual(
      refusedFor('wrongType'),
    );
  });

  it('withholds the status where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'GetExitStatus'));
    const task = local(startedChild(driver, client));

    expect(tried(driver, client, getExitStatus, { task })).toEqual({
      outcome: 'denied response',
      same: true,
    });
  });
});
