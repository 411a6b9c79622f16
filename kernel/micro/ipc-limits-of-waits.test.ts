import { describe, expect, it } from 'vitest';
import { handleId } from '../../model/ids.ts';
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
  unfit,
} from './test-kernel.ts';

const [client, other, server] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
] as const;

const begin = (policy = all) => new Driver(kernelOf(policy, { files, limits: roomy }));
const note = (timeout: number) => call('Note', {}, { timeout });

describe('the timeout of a call', () => {
  it('ends it before a server has taken it: it leaves the queue [IPC-1] [IPC-2]', () => {
    const driver = begin();
    driver.act(other, call('Note'));
    driver.act(client, note(2));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(completionOf(late, client)).toEqual({
      kind: 'refused',
      because: 'timedOut',
      retcode: 'rcTimeout',
    });
    expect(late.next.objects.threads.queues[2]).toEqual([other]);
    expect(late.events).toEqual([]);
  });

  it('ends it after a server has taken it: the server is told when it answers [IPC-1] [IPC-2]', () => {
    const driver = begin();
    driver.act(client, note(1));
    driver.act(server, recv);

    const step = driver.tick();
    const answered = driver.act(server, reply());
    const again = driver.act(server, recv);

    expect(short(completionOf(step, client))).toBe('refused timedOut');
    expect(answered.outcome).toEqual({
      kind: 'refused',
      because: 'abandoned',
      retcode: 'rcNotConnected',
    });
    expect(answered.events).toEqual([]);
    expect(again.outcome).toEqual({ kind: 'blocked' });
  });

  it('goes on where it was while the request is taken [IPC-1]', () => {
    const driver = begin();
    driver.act(client, note(3));
    driver.tick();
    driver.act(server, recv);
    driver.tick();

    expect(short(completionOf(driver.tick(), client))).toBe('refused timedOut');
  });

  it('is over with the answer [IPC-1]', () => {
    const driver = begin();
    driver.act(client, note(2));
    driver.act(server, recv);
    driver.tick();

    const step = driver.act(server, reply());

    expect(short(completionOf(step, client))).toBe('done');
    expect(driver.kernel.isTimed(step.next)).toBe(false);
    expect(driver.tick().completions).toEqual([]);
  });

  it('lets the client call anew, while the server still serves the old request [IPC-2]', () => {
    const driver = begin();
    const worker = anotherThread(driver, server);
    driver.act(client, note(1));
    driver.act(server, recv);
    driver.tick();
    driver.act(client, call('Ping'));
    driver.act(worker, recv);

    const late = driver.act(server, reply());
    const step = driver.act(worker, reply('response', { result: 2n }));

    expect(short(late.outcome)).toBe('refused abandoned');
    expect(late.completions).toEqual([]);
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('leaves the server alone that calls on for it [IPC-2]', () => {
    const driver = begin();
    driver.act(client, note(1));
    driver.act(server, recv);
    driver.act(server, call('Note'));

    const step = driver.tick();

    expect(step.completions.map(({ of }) => of)).toEqual([client]);
    expect(driver.kernel.facts(step.next).threads[2]).toMatchObject({
      waits: 'forServer',
      serves: undefined,
    });
  });

  it.each([undefined, 0xffff_ffff])('%s is for ever [IPC-1]', (timeout) => {
    const driver = begin();
    driver.act(client, call('Note', {}, timeout === undefined ? {} : { timeout }));

    expect(driver.kernel.isTimed(driver.state)).toBe(false);
    expect(driver.tick().next).toBe(driver.before);
  });
});

describe('the timeout of a reception', () => {
  it('ends it where nothing has come [IPC-1]', () => {
    const driver = begin();
    driver.act(server, { kind: 'recv', timeout: 2 });

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, server))).toBe('refused timedOut');
    expect(driver.act(client, call('Note')).completions).toEqual([]);
  });

  it('is over with the request [IPC-1]', () => {
    const driver = begin();
    driver.act(server, { kind: 'recv', timeout: 2 });

    const step = driver.act(client, call('Note'));

    expect(short(completionOf(step, server))).toBe('done');
    expect(driver.kernel.isTimed(step.next)).toBe(false);
  });

  it('does not matter where a request waits already [IPC-1]', () => {
    const driver = begin();
    driver.act(client, call('Note'));

    expect(driver.act(server, { kind: 'recv', timeout: 0 }).outcome).toMatchObject({
      result: { kind: 'received' },
    });
  });
});

describe('several waits whose time is over at a tick', () => {
  it('end in the order of the threads, and leave those whose time is not over [IPC-1]', () => {
    const driver = begin();
    const worker = anotherThread(driver, server);
    driver.act(server, { kind: 'recv', timeout: 1, handle: handleId(2) });
    driver.act(worker, { kind: 'recv', timeout: 1 });
    driver.act(other, service('thread.Thread.Sleep', { msecs: 1n }));
    driver.act(threadOf(3, roomy), { kind: 'recv', timeout: 2 });

    const step = driver.tick();

    expect(step.completions.map(({ of, outcome }) => [of, short(outcome)])).toEqual([
      [other, 'done'],
      [server, 'refused timedOut'],
      [worker, 'refused timedOut'],
    ]);
  });
});

describe('an interrupt', () => {
  /** An interrupt object of the client by handle 3, a second thread by handle 2. */
  const interruptible = () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    const interrupt = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');
    const set = service('ipc.IPC.SetInterrupt', { syncHandle: local(interrupt) });
    return { driver, second, interrupt, set };
  };

  it('ends a call before it was taken, and not after [IPC-1] [IPC-2]', () => {
    const { driver, second, interrupt, set } = interruptible();
    driver.act(second, call('Note', {}, { interrupt }));
    driver.act(server, recv);

    const after = driver.act(client, set);
    const step = driver.act(server, reply());

    expect(after.completions).toEqual([]);
    expect(short(completionOf(step, second))).toBe('done');
  });

  it('withdraws the handles that come with the call [CAP-1]', () => {
    const { driver, second, interrupt, set } = interruptible();
    driver.act(second, call('Lend', { one: local(1) }, { interrupt }));

    const step = driver.act(client, set);

    expect(short(completionOf(step, second))).toBe('refused interrupted');
    expect(step.next.objects.handles[2]).toHaveLength(3);
  });

  it('and a timeout stand together: the first of them ends the call [IPC-1]', () => {
    const { driver, second, interrupt, set } = interruptible();
    driver.act(second, call('Note', {}, { interrupt, timeout: 1 }));

    const step = driver.tick();
    const late = driver.act(client, set);

    expect(short(completionOf(step, second))).toBe('refused timedOut');
    expect(late.completions).toEqual([]);
  });

  it.each(['badHandle', 'handleRevoked', 'wrongType'] as const)(
    'is refused with %s, for a call and for a reception [CAP-1]',
    (way) => {
      const { driver, interrupt } = interruptible();
      const number = unfit(driver, client, interrupt, way);

      expect(refusalOf(driver, client, call('Note', {}, { interrupt: number }))).toBe(way);
      expect(refusalOf(driver, client, { kind: 'recv', interrupt: handleId(number) })).toBe(way);
    },
  );

  it('of another object that has come to have the SID does not end the call [CAP-1]', () => {
    const { driver, second, interrupt } = interruptible();
    driver.act(second, call('Note', {}, { interrupt }));
    driver.done(client, 'handle.Handle.Close', { handle: local(interrupt) });
    const fresh = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');

    const step = driver.act(client, service('ipc.IPC.SetInterrupt', { syncHandle: local(fresh) }));

    expect(step.completions).toEqual([]);
  });
});
