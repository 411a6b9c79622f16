import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
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
const resume = (thread: number) => service('thread.Thread.Resume', { thread: local(thread) });

/** A second thread, held by handle 2, that has locked itself. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  driver.act(second, service('thread.Thread.Suspend'));
  return { driver, second };
};

describe('thread.Thread.Resume', () => {
  it('lets a locked thread go on, and answers both [IPC-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(client, resume(2));

    expect(short(step.outcome)).toBe('done');
    expect(short(completionOf(step, second))).toBe('done');
    expect(driver.kernel.ready(step.next)).toContain(second);
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, second } = begin(withholding('thread.Thread', 'Resume'));

    const step = driver.act(client, resume(2));

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, second))).toBe('done');
  });

  it.each(unfitWays)('refuses %s, and resumes nobody [CAP-1]', (way) => {
    const { driver } = begin();
    const thread = local(unfit(driver, client, 2, way));

    expect(refusedService(driver, client, 'thread.Thread.Resume', { thread })).toBe(way);
  });

  it('refuses wrongState, for a thread that runs, and for one that waits otherwise [IPC-3]', () => {
    const { driver, second } = begin();
    const own = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
    driver.act(client, resume(2));
    driver.act(second, service('thread.Thread.Sleep', { msecs: 5n }));

    const refusals = [own, 2].map((thread) =>
      refusedService(driver, client, 'thread.Thread.Resume', { thread: local(thread) }),
    );

    expect(refusals).toEqual(['wrongState', 'wrongState']);
  });

  it('refuses wrongState, for a thread that has ended [IPC-3]', () => {
    const { driver } = begin();
    driver.done(client, 'thread.Thread.Terminate', { thread: local(2), status: 1n });

    expect(refusedService(driver, client, 'thread.Thread.Resume', { thread: local(2) })).toBe(
      'wrongState',
    );
  });
});
