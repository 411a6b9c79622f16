import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  handleIn,
  kernelOf,
  lendingProcesses as files,
  lend,
  local,
  recv,
  refusalOf,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

const begin = (policy = all) => new Driver(kernelOf(policy, { files, limits: roomy }));
const trap = { kind: 'trap', code: 1 } as const;
const note = call('Note');

describe('a client that dies', () => {
  it('while its request waits leaves the queue, and its handles leave the server’s table [IPC-2] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(other, note);
    driver.act(second, call('Lend', { one: local(1) }));

    const step = driver.act(client, trap);

    expect(step.next.objects.threads.queues[2]).toEqual([other]);
    expect(step.next.objects.handles[2]).toHaveLength(3);
    expect(driver.act(server, recv).outcome).toMatchObject({ result: { method: 'Note' } });
  });

  it('while it is served leaves the server an answer that goes to nobody [IPC-2] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, note);
    driver.act(server, recv);

    const step = driver.act(client, trap);
    const answer = driver.act(server, reply());
    const again = driver.act(server, reply());

    expect(driver.kernel.facts(step.next).threads[1]).toMatchObject({ serves: undefined });
    expect([short(answer.outcome), short(again.outcome)]).toEqual([
      'refused abandoned',
      'refused notServing',
    ]);
    expect(answer.events).toEqual([]);
  });

  it('leaves the handles to the server that it has taken [CAP-1] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, call('Lend', { one: local(1) }));
    const { number } = handleIn(driver.act(server, recv).outcome, 'one');

    driver.act(client, trap);

    expect(driver.state.objects.handles[2]?.[number]).toMatchObject({
      parent: undefined,
      isRevoked: false,
    });
  });

  it('by the end of the calling thread alone withdraws its call: the process goes on [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, call('Lend', { one: local(1) }));
    driver.act(server, recv);
    driver.act(server, reply());
    driver.act(second, service('thread.Thread.Suspend'));

    driver.done(client, 'thread.Thread.Terminate', { thread: local(2), status: 1n });

    expect(driver.act(client, note).outcome.kind).toBe('blocked');
  });
});

describe('a server that dies', () => {
  it('while it waits for requests has later calls refused [IPC-1] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(second, recv);

    const step = driver.act(server, trap);

    expect(step.completions).toEqual([]);
    expect(refusalOf(driver, client, note)).toBe('notConnected');
  });

  it('while it serves ends the call of its client [IPC-2] [LIFE-3]', () => {
    const driver = begin();
    driver.act(client, note);
    driver.act(server, recv);

    const step = driver.act(server, trap);

    expect(step.outcome).toEqual({ kind: 'faulted', code: 1 });
    expect(step.completions).toEqual([
      {
        of: client,
        outcome: { kind: 'refused', because: 'serverDied', retcode: 'rcAbort' },
      },
    ]);
    expect(step.events).toEqual([]);
  });

  it('with requests in its queue ends each of those calls, in their order [IPC-2] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, call('Lend', { one: local(1) }));
    driver.act(other, note);
    driver.act(client, note);

    const step = driver.act(server, trap);

    expect(step.completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([
      [second, 'refused serverDied'],
      [other, 'refused serverDied'],
      [client, 'refused serverDied'],
    ]);
    expect(step.next.objects.threads.queues[2]).toEqual([]);
    expect(step.next.objects.handles[2]).toEqual([]);
  });

  it('with several threads ends the call of each client that they serve [IPC-2] [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(client, note);
    driver.act(other, note);
    driver.act(server, recv);
    driver.act(second, recv);

    const step = driver.act(second, trap);

    expect(step.completions.map(({ of }) => of)).toEqual([client, other]);
    expect(step.ended).toEqual([server, second]);
  });

  it('does not end a call twice: one whose time was over is told once [IPC-2]', () => {
    const driver = begin();
    driver.act(client, call('Note', {}, { timeout: 1 }));
    driver.act(server, recv);
    driver.tick();

    const step = driver.act(server, trap);

    expect(step.completions).toEqual([]);
    expect(driver.kernel.ready(step.next)).toContain(client);
  });

  it('takes along what it has made, though it was lent: those handles are revoked [LIFE-3] [AVL-1]', () => {
    const driver = begin();
    driver.done(server, 'sync.Sync.Alloc');
    const lent = driver.handle(server, 'sync.Sync.Alloc', {}, 'sync');
    lend(driver, server, third, local(lent));

    driver.act(server, trap);

    const { resources, handles } = driver.state.objects;
    expect(resources[2]).toEqual([]);
    expect(handles[2]).toEqual([]);
    expect(handles[3]?.[2]).toMatchObject({ parent: undefined, isRevoked: true });
  });
});

describe('in a chain of calls', () => {
  /** The client calls the server, which calls the third process. */
  const chained = (isTaken: boolean) => {
    const driver = begin();
    driver.act(client, note);
    driver.act(server, recv);
    driver.act(server, call('Lend', { one: local(1) }));
    if (isTaken) driver.act(third, recv);
    return driver;
  };

  it('the death of the middle ends the call of the first, and withdraws its own that waits [IPC-2] [LIFE-3]', () => {
    const driver = chained(false);
    const second = anotherThread(driver, third);
    // Somebody else must act to end the process: whoever holds it.
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));

    const step = driver.act(other, service('task.Task.Terminate', { task }));

    expect(short(completionOf(step, client))).toBe('refused serverDied');
    expect(step.next.objects.threads.queues[3]).toEqual([]);
    expect(step.next.objects.handles[3]?.[2]).toBeUndefined();
    expect(driver.act(second, recv).outcome.kind).toBe('blocked');
  });

  it('the death of the middle leaves the last an answer that goes to nobody [IPC-2] [LIFE-3]', () => {
    const driver = chained(true);
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));

    const step = driver.act(other, service('task.Task.Terminate', { task }));
    const answer = driver.act(third, reply());

    expect(step.completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([
      [client, 'refused serverDied'],
    ]);
    expect(short(answer.outcome)).toBe('refused abandoned');
  });

  it('the death of the last tells the middle, which still serves the first [IPC-2] [LIFE-3]', () => {
    const driver = chained(true);

    const died = driver.act(third, trap);
    const step = driver.act(server, reply());

    expect(died.completions.map(({ of }) => of)).toEqual([server]);
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('the death of the first leaves the middle waiting for the last [IPC-2] [LIFE-3]', () => {
    const driver = chained(true);
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'client' }, 'task'));

    const died = driver.act(other, service('task.Task.Terminate', { task }));
    const inner = driver.act(third, reply());
    const outer = driver.act(server, reply());

    expect(died.completions).toEqual([]);
    expect(short(completionOf(inner, server))).toBe('done');
    expect(short(outer.outcome)).toBe('refused abandoned');
  });

  it('freezing the middle ends the calls like its death, and keeps what it holds [IPC-2] [LIFE-1]', () => {
    const driver = chained(true);
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));

    const step = driver.act(other, service('task.Task.Freeze', { task }));

    expect(short(completionOf(step, client))).toBe('refused serverDied');
    expect(step.next.objects.handles[2]).toHaveLength(3);
    expect(refusalOf(driver, client, note)).toBe('notConnected');
  });
});

describe('a process that ended and begins anew', () => {
  const restart = (driver: Driver, name: string, index: bigint) => {
    const task = local(driver.handle(other, 'task.Task.Open', { name }, 'task'));
    const path = driver.done(other, 'fs.FS.GetEntry', { index }).get('path') ?? '';
    const image = local(driver.handle(other, 'fs.FS.Open', { path }, 'file'));
    driver.done(other, 'task.Task.LoadSeg', { task, image });
    return driver.act(other, service('task.Task.Resume', { task }));
  };

  it('takes the calls over the channels of the solution [LIFE-1]', () => {
    const driver = begin();
    driver.act(server, trap);

    const step = restart(driver, 'server', 1n);
    driver.act(client, note);

    expect(step.started).toMatchObject([{ thread: server, entry: 0 }]);
    expect(driver.act(server, recv).outcome).toMatchObject({ result: { method: 'Note' } });
  });

  it('begins though it held threads of its own that had ended [LIFE-1]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(second, service('thread.Thread.Exit', { status: 1n }));
    driver.act(server, trap);

    const step = restart(driver, 'server', 1n);

    expect(short(step.outcome)).toBe('done');
    expect(step.started).toEqual([{ thread: server, process: 2, entry: 0 }]);
    expect(step.next.objects.threads.list[second]).toBeUndefined();
  });
});
