import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  lendingProcesses as files,
  local,
  recv,
  refusalOf,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const limits = roomy;
const [client, other, server] = [
  threadOf(0, limits),
  threadOf(1, limits),
  threadOf(2, limits),
] as const;

const begin = (more = {}) => new Driver(kernelOf(all, { files, limits: { ...limits, ...more } }));

describe('several threads of a server', () => {
  it('take requests by their priority: the highest that waits gets the next [IPC-1]', () => {
    const driver = begin();
    const low = anotherThread(driver, server, 3n);
    const high = anotherThread(driver, server, 12n);
    for (const thread of [server, low, high]) driver.act(thread, recv);

    const takers = [client, other].map(
      (thread) => driver.act(thread, call('Note')).completions.map(({ of }) => of)[0],
    );

    expect(takers).toEqual([high, server]);
  });

  it('of one priority take them in the order of their numbers [IPC-1]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(second, recv);
    driver.act(server, recv);

    const takers = [client, other].map(
      (thread) => driver.act(thread, call('Note')).completions.map(({ of }) => of)[0],
    );

    expect(takers).toEqual([server, second]);
  });

  it('are told apart by the priority that was set last [IPC-1]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(second, recv);
    driver.done(server, 'thread.Thread.SetPriority', { thread: local(3), priority: 9n });
    driver.act(server, recv);

    const step = driver.act(client, call('Note'));

    expect(step.completions.map(({ of }) => of)).toEqual([second]);
  });

  it('serve several clients at a time, each its own [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(client, call('Ping', { value: 1n }));
    driver.act(other, call('Ping', { value: 2n }));
    driver.act(second, recv);
    driver.act(server, recv);

    const first = driver.act(server, reply('response', { result: 20n }));
    const then = driver.act(second, reply('response', { result: 10n }));

    expect(first.completions).toMatchObject([{ of: other }]);
    expect(then.completions).toMatchObject([{ of: client }]);
  });

  it('leave the request in the queue while each of them serves [IPC-2]', () => {
    const driver = begin();
    driver.act(client, call('Note'));
    driver.act(server, recv);

    const step = driver.act(other, call('Note'));

    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads.queues[2]).toEqual([other]);
  });
});

describe('the queue of a server', () => {
  it('keeps the order of the calls, over several threads of several clients [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    const callers = [second, other, client];
    for (const thread of callers) driver.act(thread, call('Note'));

    const served = callers.map(() => {
      driver.act(server, recv);
      return driver.act(server, reply()).completions.map(({ of }) => of)[0];
    });

    expect(served).toEqual(callers);
  });

  it('takes as many requests of one process as its share allows, and others from the rest [AVL-1]', () => {
    const driver = begin({ queue: 1 });
    const second = anotherThread(driver, client);
    driver.act(second, call('Note'));

    expect(refusalOf(driver, client, call('Note'))).toBe('queueFull');
    expect(driver.act(other, call('Note')).outcome.kind).toBe('blocked');
  });

  it('counts no request that was taken, or has ended [AVL-1]', () => {
    const driver = begin({ queue: 1 });
    const second = anotherThread(driver, client);
    const third = anotherThread(driver, client);
    driver.act(second, call('Note', {}, { timeout: 1 }));
    driver.tick();
    driver.act(second, call('Note'));
    driver.act(server, recv);

    const step = driver.act(third, call('Note'));

    expect(step.outcome.kind).toBe('blocked');
    expect(step.next.objects.threads.queues[2]).toEqual([third]);
  });

  it('is one a server: the share of one is no share of another [AVL-1]', () => {
    const driver = begin({ queue: 1 });
    const second = anotherThread(driver, server);
    driver.act(second, call('Note'));

    expect(refusalOf(driver, server, call('Note'))).toBe('queueFull');
    expect(driver.act(client, call('Note')).outcome.kind).toBe('blocked');
  });
});

describe('a process that calls itself', () => {
  /** A callable object of the server's own, by handle 3; a second thread by handle 4. */
  const selfCalling = () => {
    const driver = begin();
    const object = { rights: 0xffff_ffffn, ipcChannel: local(2), riid: 0n };
    const own = driver.handle(server, 'handle.Handle.CreateUserObject', object);
    const second = anotherThread(driver, server);
    return { driver, own, second };
  };

  it('is answered by another of its threads [IPC-1]', () => {
    const { driver, own, second } = selfCalling();
    driver.act(server, call('Note', {}, { handle: own, endpoint: '' }));
    driver.act(second, recv);

    const step = driver.act(second, reply());

    expect(short(completionOf(step, server))).toBe('done');
  });

  it.each([0, 1])('ends as one, whichever of its threads is the client: %i [LIFE-3]', (which) => {
    const { driver, own, second } = selfCalling();
    const [asking, serving] = which === 0 ? [server, second] : [second, server];
    driver.act(asking, call('Note', {}, { handle: own, endpoint: '' }));
    driver.act(serving, recv);

    const step = driver.act(serving, { kind: 'trap', code: 3 });

    expect(step.completions).toEqual([]);
    expect(step.ended).toHaveLength(2);
    expect(step.next.objects.threads.queues[2]).toEqual([]);
    expect(step.next.objects.resources[2]).toEqual([]);
  });

  it('ends as one while its own call is in its queue [LIFE-3]', () => {
    const { driver, own, second } = selfCalling();
    driver.act(server, call('Lend', { one: local(own) }, { handle: own, endpoint: '' }));

    const step = driver.act(second, service('task.Task.Exit', { status: 0n }));

    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads.queues[2]).toEqual([]);
    expect(step.next.objects.handles[2]).toEqual([]);
    expect(step.next.objects.resources[2]).toEqual([]);
  });
});
