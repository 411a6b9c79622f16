import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
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
const set = (priority: bigint) =>
  service('thread.Thread.SetPriority', { thread: local(2), priority });

/** A second thread, held by handle 2. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  return { driver, second };
};

describe('thread.Thread.SetPriority', () => {
  it('sets the priority of the thread, and of no other [IPC-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(client, set(15n));

    const { list } = step.next.objects.threads;
    expect([list[client]?.priority, list[second]?.priority]).toEqual([8, 15]);
  });

  it('leaves a wait as it is: also a thread that waits for a request [IPC-2]', () => {
    const { driver, second } = begin();
    driver.act(second, call('Note'));

    const step = driver.act(client, set(1n));

    expect(step.next.objects.threads.queues[1]).toEqual([second]);
    expect(step.next.objects.threads.list[second]).toMatchObject({
      priority: 1,
      wait: { kind: 'calling' },
    });
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, second } = begin(withholding('thread.Thread', 'SetPriority'));

    const step = driver.act(client, set(2n));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.threads.list[second]?.priority).toBe(2);
  });

  it.each(unfitWays)('refuses %s [CAP-1]', (way) => {
    const { driver } = begin();
    const thread = local(unfit(driver, client, 2, way));

    expect(
      refusedService(driver, client, 'thread.Thread.SetPriority', { thread, priority: 2n }),
    ).toBe(way);
  });

  it.each([
    [0n, 16n],
    [1n, 32n],
    [2n, 32n],
  ])(
    'refuses invalidArgument, for a thread of policy %s the priority %s [IPC-3]',
    (policy, priority) => {
      const { driver } = begin();
      const thread = driver.handle(
        client,
        'thread.Thread.Create',
        { entry: 0n, priority: 3n, policy },
        'thread',
      );

      expect(
        refusedService(driver, client, 'thread.Thread.SetPriority', {
          thread: local(thread),
          priority,
        }),
      ).toBe('invalidArgument');
    },
  );
});
