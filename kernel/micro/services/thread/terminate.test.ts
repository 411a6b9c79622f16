import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  local,
  outputsOf,
  recv,
  refusedService,
  reply,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  unfitWays,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const terminate = (thread: number, status = 7n) =>
  service('thread.Thread.Terminate', { thread: local(thread), status });

/** A second thread, held by handle 2, that has locked itself. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  driver.act(second, service('thread.Thread.Suspend'));
  return { driver, second };
};

describe('thread.Thread.Terminate', () => {
  it('ends a locked thread; its status is kept while it is held [IPC-3] [LIFE-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(client, terminate(2, -3n));

    expect(short(step.outcome)).toBe('done');
    expect(step.ended).toEqual([second]);
    expect(step.next.objects.threads.list[second]?.wait).toEqual({ kind: 'ended', status: -3 });
    expect(driver.kernel.facts(step.next).threads).toHaveLength(2);
  });

  it('leaves its place where nobody holds it any more [IPC-3] [LIFE-3]', () => {
    const { driver, second } = begin();
    driver.act(client, terminate(2));

    const step = driver.act(client, service('handle.Handle.Close', { handle: local(2) }));

    expect(step.next.objects.threads.list[second]).toBeUndefined();
    expect(step.ended).toEqual([]);
  });

  it('tells those who wait for its end [IPC-3]', () => {
    const { driver } = begin();
    const third = anotherThread(driver, client);
    driver.act(third, service('thread.Thread.Wait', { thread: local(2), msecs: 0xffff_ffffn }));

    const step = driver.act(client, terminate(2, 9n));

    expect(outputsOf(completionOf(step, third) ?? step.outcome).get('status')).toBe(9n);
  });

  it('ends the call of the client that it serves with serverDied, and the process goes on [IPC-2]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const worker = anotherThread(driver, server);
    driver.act(client, call('Note'));
    driver.act(worker, recv);
    driver.act(worker, service('thread.Thread.Suspend'));

    const step = driver.act(server, terminate(2));
    driver.act(client, call('Note'));
    driver.act(server, recv);
    const answered = driver.act(server, reply());

    expect(short(completionOf(step, client))).toBe('refused serverDied');
    expect(short(completionOf(answered, client))).toBe('done');
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, second } = begin(withholding('thread.Thread', 'Terminate'));

    const step = driver.act(client, terminate(2));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.ended).toEqual([second]);
  });

  it.each(unfitWays)('refuses %s, and ends nobody [CAP-1]', (way) => {
    const { driver } = begin();
    const thread = local(unfit(driver, client, 2, way));

    expect(refusedService(driver, client, 'thread.Thread.Terminate', { thread })).toBe(way);
  });

  it('refuses wrongState, for the thread that calls, and for one that has ended [IPC-3]', () => {
    const { driver } = begin();
    const own = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
    driver.act(client, terminate(2));

    const refusals = [own, 2].map((thread) =>
      refusedService(driver, client, 'thread.Thread.Terminate', { thread: local(thread) }),
    );

    expect(refusals).toEqual(['wrongState', 'wrongState']);
  });
});
