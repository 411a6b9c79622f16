import { describe, expect, it } from 'vitest';
import { handleId } from '../../model/ids.ts';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  handleIn,
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

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

const connect = (name: string, to = 'server') =>
  service('cm.CM.Connect', { server: to, service: name, msecs: 0xffff_ffffn });
const accept = (from: string, name: string) =>
  service('cm.CM.Accept', { client: from, service: name });

/** A channel of the client to the server, by handle 2 there and 3 here. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { files, limits: roomy }));
  driver.act(client, connect('s'));
  driver.act(server, accept('client', 's'));
  return driver;
};

const over = (handle: number, method = 'Note') => call(method, {}, { handle });
const close = (handle: number) => service('handle.Handle.Close', { handle: local(handle) });

describe('a channel that was made while both ends run', () => {
  it('carries calls and their answers like one of the solution [IPC-1] [IPC-2]', () => {
    const driver = begin();
    driver.act(client, over(2, 'Ping'));
    const taken = driver.act(server, recv);

    const step = driver.act(server, reply('response', { result: 8n }));

    expect(taken.outcome).toMatchObject({ result: { endpoint: 'impl.ping', method: 'Ping' } });
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('joins processes that the solution does not join [IPC-1]', () => {
    const driver = begin();
    driver.act(client, connect('direct', 'third'));
    driver.act(third, accept('client', 'direct'));

    driver.act(client, over(3));

    expect(driver.act(third, recv).outcome).toMatchObject({ result: { method: 'Note' } });
  });

  it('is refused to whoever does not hold it: a number is no authority [CAP-1]', () => {
    expect(refusalOf(begin(), other, over(2))).toBe('badHandle');
  });

  it('has its requests judged: a channel grants nothing [MED-1]', () => {
    const driver = begin(`${all} request dst=t.Server method=Note { deny () }`);

    expect(short(driver.act(client, over(2)).outcome)).toBe('denied request');
  });

  it('may be lent: a third process calls over it, and is told from the client [IPC-1] [CAP-1]', () => {
    const driver = begin();
    driver.act(client, call('Lend', { one: local(2) }));
    const { number } = handleIn(driver.act(server, recv).outcome, 'one');
    driver.act(server, call('Lend', { one: local(number) }));
    const there = handleIn(driver.act(third, recv).outcome, 'one');
    driver.act(third, reply());
    driver.act(server, reply());

    const step = driver.act(third, over(there.number));

    expect(step.events[0]?.event.source.name).toBe('third');
    expect(driver.kernel.facts(step.next).pending).toMatchObject([
      { from: 3, server: 2, taken: false },
    ]);
  });
});

describe('the end of the server, closed', () => {
  it('aborts the calls that are queued over it, and no others [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, call('Note'));
    driver.act(client, over(2));

    const step = driver.act(server, close(3));

    expect(step.completions).toMatchObject([
      { of: client, outcome: { because: 'notConnected', retcode: 'rcNotConnected' } },
    ]);
    expect(step.next.objects.threads.queues[2]).toEqual([second]);
  });

  it('has calls refused that come after [IPC-1]', () => {
    const driver = begin();
    driver.act(server, close(3));

    expect(refusalOf(driver, client, over(2))).toBe('notConnected');
  });

  it('leaves a call alone that was taken: its answer comes [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    driver.act(client, over(2));
    driver.act(second, recv);

    const closed = driver.act(server, close(3));
    const step = driver.act(second, reply());

    expect(closed.completions).toEqual([]);
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('withdraws the handles that come with a call that it aborts [CAP-1]', () => {
    const driver = begin();
    driver.act(client, call('Lend', { one: local(1) }, { handle: 2 }));

    const step = driver.act(server, close(3));

    expect(short(completionOf(step, client))).toBe('refused notConnected');
    expect(step.next.objects.handles[2]).toHaveLength(3);
  });

  it('tells each call once, also where one of them brings a handle to the channel itself [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(client, call('Lend', { one: local(2) }, { handle: 2 }));
    driver.act(second, over(2));

    const step = driver.act(server, close(3));

    expect(step.completions.map(({ of }) => of).toSorted((one, two) => one - two)).toEqual([
      client,
      second,
    ]);
  });

  it('still serves while a copy of it that may receive is left [IPC-1]', () => {
    const driver = begin();
    const fields = { inHandle: local(3), newRightsMask: 0x2_0000n };
    driver.handle(server, 'handle.Handle.Copy', fields, 'outHandle');
    driver.act(client, over(2));

    const step = driver.act(server, close(3));

    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads.queues[2]).toEqual([client]);
  });

  it('does not serve by a copy that may not receive [CAP-1]', () => {
    const driver = begin();
    const fields = { inHandle: local(3), newRightsMask: 0x1n };
    driver.handle(server, 'handle.Handle.Copy', fields, 'outHandle');
    driver.act(client, over(2));

    expect(short(completionOf(driver.act(server, close(3)), client))).toBe('refused notConnected');
  });
});

describe('the end of the client, closed', () => {
  it('leaves the channel to the server, which nobody can call over any more [IPC-1]', () => {
    const driver = begin();

    const step = driver.act(client, close(2));

    expect(step.next.objects.resources[0]).toMatchObject([{ kind: 'channel' }]);
    expect(refusalOf(driver, client, over(2))).toBe('badHandle');
  });

  it('gives the place back once both ends are closed [AVL-1]', () => {
    const driver = begin();
    driver.act(client, close(2));

    const step = driver.act(server, close(3));

    expect(step.next.objects.resources[0]).toEqual([]);
  });

  it('aborts no call that is queued over it [IPC-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, over(2));

    const closed = driver.act(client, close(2));
    const step = driver.act(server, recv);

    expect(closed.completions).toEqual([]);
    expect(step.outcome).toMatchObject({ kind: 'done', result: { kind: 'received' } });
  });
});

describe('the death of either end', () => {
  it('of the server has calls over the channel refused, also when it runs anew [LIFE-3]', () => {
    const driver = begin();
    driver.act(server, { kind: 'trap', code: 1 });
    const dead = refusalOf(driver, client, over(2));
    const task = local(driver.handle(other, 'task.Task.Open', { name: 'server' }, 'task'));
    const path = driver.done(other, 'fs.FS.GetEntry', { index: 1n }).get('path') ?? '';
    const image = local(driver.handle(other, 'fs.FS.Open', { path }, 'file'));
    driver.done(other, 'task.Task.LoadSeg', { task, image });
    driver.done(other, 'task.Task.Resume', { task });

    expect([dead, refusalOf(driver, client, over(2))]).toEqual(['notConnected', 'notConnected']);
    expect(driver.act(client, call('Note')).outcome.kind).toBe('blocked');
  });

  it('of the client takes the channel along: the end of the server is revoked [LIFE-3] [AVL-1]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, over(2));

    const step = driver.act(client, { kind: 'trap', code: 1 });

    expect(step.next.objects.threads.queues[2]).toEqual([]);
    expect(step.next.objects.handles[2]?.[3]).toMatchObject({ isRevoked: true });
    expect(step.next.objects.resources[0]).toEqual([]);
  });

  it('of the client ends a reception over the channel: nothing will come [LIFE-3] [IPC-1]', () => {
    const driver = begin();
    driver.act(server, { kind: 'recv', handle: handleId(3) });

    const step = driver.act(client, { kind: 'trap', code: 1 });

    expect(short(completionOf(step, server))).toBe('refused notConnected');
  });
});
