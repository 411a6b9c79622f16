import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  kernelOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);
const begin = (limits = roomy, policy = all) => new Driver(kernelOf(policy, { limits }));
const standard = { entry: 5n, priority: 3n, policy: 0n };

describe('thread.Thread.Create', () => {
  it('makes a thread of the caller that begins at its entry [IPC-3]', () => {
    const driver = begin();

    const step = driver.act(client, service('thread.Thread.Create', standard));

    const thread = threadOf(0, roomy, 1);
    expect(short(step.outcome)).toBe('done');
    expect(step.started).toEqual([{ thread, process: 0, entry: 5 }]);
    expect(step.next.objects.threads.list[thread]).toMatchObject({
      process: 0,
      wait: { kind: 'ready' },
      priority: 3,
      policy: 0,
    });
    expect(driver.kernel.ready(step.next)).toContain(thread);
    expect(driver.kernel.nameOf(step.next, thread)).toBe('client#1');
  });

  it('gives a handle with every right to it but to leave the process, a root of its own [CAP-1] [LBL-2]', () => {
    const driver = begin();

    const step = driver.act(client, service('thread.Thread.Create', standard));

    expect(step.next.objects.handles[0]?.[2]).toMatchObject({
      rights: 0xffff_fffd,
      parent: undefined,
    });
  });

  it.each([
    [0n, 15n],
    [1n, 31n],
    [2n, 31n],
  ])('takes policy %s with priorities up to %s, and refuses more [IPC-3]', (policy, most) => {
    const driver = begin();

    const taken = driver.act(
      client,
      service('thread.Thread.Create', { policy, priority: most, entry: 0n }),
    );

    expect(short(taken.outcome)).toBe('done');
    expect(
      refusedService(driver, client, 'thread.Thread.Create', { policy, priority: most + 1n }),
    ).toBe('invalidArgument');
  });

  it('refuses invalidArgument, for a policy that there is not [IPC-3]', () => {
    expect(
      refusedService(begin(), client, 'thread.Thread.Create', { ...standard, policy: 3n }),
    ).toBe('invalidArgument');
  });

  it('refuses threadsFull, where the process has as many as its share allows [AVL-1]', () => {
    const driver = begin({ ...roomy, threads: 2 });
    driver.done(threadOf(0, { ...roomy, threads: 2 }), 'thread.Thread.Create', standard);

    expect(refusedService(driver, client, 'thread.Thread.Create', standard)).toBe('threadsFull');
  });

  it('refuses tableFull, and begins no thread then [AVL-1]', () => {
    const driver = begin({ ...roomy, handles: 2 });

    expect(refusedService(driver, client, 'thread.Thread.Create', standard)).toBe('tableFull');
    expect(driver.last?.started).toEqual([]);
  });

  it('closes the handle where its response is denied: the thread runs all the same [IPC-3]', () => {
    const driver = begin(roomy, withholding('thread.Thread', 'Create'));

    const step = driver.act(client, service('thread.Thread.Create', standard));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.started).toMatchObject([{ thread: threadOf(0, roomy, 1) }]);
  });
});
