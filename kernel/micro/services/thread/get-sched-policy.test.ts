import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  kernelOf,
  local,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  unfitWays,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);
const begin = (policy = all) => new Driver(kernelOf(policy, { limits: roomy }));

describe('thread.Thread.GetSchedPolicy', () => {
  it('tells policy and priority as the thread was created, and as they were set [IPC-3]', () => {
    const driver = begin();
    const fields = { entry: 0n, priority: 30n, policy: 2n };
    const thread = local(driver.handle(client, 'thread.Thread.Create', fields, 'thread'));

    const created = driver.done(client, 'thread.Thread.GetSchedPolicy', { thread });
    driver.done(client, 'thread.Thread.SetPriority', { thread, priority: 21n });
    const set = driver.done(client, 'thread.Thread.GetSchedPolicy', { thread });

    expect([created.get('policy'), created.get('priority')]).toEqual([2n, 30n]);
    expect([set.get('policy'), set.get('priority')]).toEqual([2n, 21n]);
  });

  it('changes nothing, also where its response is denied [IPC-3]', () => {
    const driver = begin(withholding('thread.Thread', 'GetSchedPolicy'));
    const thread = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');

    const step = driver.act(
      client,
      service('thread.Thread.GetSchedPolicy', { thread: local(thread) }),
    );

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects).toBe(driver.before.objects);
  });

  it.each(unfitWays)('refuses %s [CAP-1]', (way) => {
    const driver = begin();
    const own = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
    const thread = local(unfit(driver, client, own, way));

    expect(refusedService(driver, client, 'thread.Thread.GetSchedPolicy', { thread })).toBe(way);
  });
});
