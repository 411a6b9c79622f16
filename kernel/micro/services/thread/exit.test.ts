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
  roomy,
  service,
  short,
  threadOf,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const exit = (status = 4n) => service('thread.Thread.Exit', { status });

const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  return { driver, second };
};

describe('thread.Thread.Exit', () => {
  it('ends the thread that calls, and nobody is answered [IPC-3] [LIFE-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(second, exit());

    expect(step.outcome).toEqual({ kind: 'done', result: { kind: 'ended' } });
    expect(step.events.map(({ event }) => event.kind)).toEqual(['request']);
    expect(step.ended).toEqual([second]);
    expect(driver.kernel.ready(step.next)).toContain(client);
  });

  it('keeps its status while it is held, and leaves its place otherwise [LIFE-3]', () => {
    const { driver, second } = begin();
    const third = anotherThread(driver, client);
    driver.done(client, 'handle.Handle.Close', { handle: local(3) });

    driver.act(second, exit());
    driver.act(third, exit());

    expect(driver.state.objects.threads.list.slice(1, 3)).toMatchObject([
      { wait: { kind: 'ended', status: 4 } },
      undefined,
    ]);
  });

  it('gives its place, once free, to a thread that begins anew [AVL-1]', () => {
    const { driver, second } = begin();
    driver.act(second, exit());
    driver.done(client, 'handle.Handle.Close', { handle: local(2) });

    expect(anotherThread(driver, client)).toBe(second);
  });

  it('tells those who wait for its end [IPC-3]', () => {
    const { driver, second } = begin();
    driver.act(client, service('thread.Thread.Wait', { thread: local(2), msecs: 0xffff_ffffn }));

    const step = driver.act(second, exit(-1n));

    expect(outputsOf(completionOf(step, client) ?? step.outcome).get('status')).toBe(-1n);
  });

  it('of the last thread ends the process, with that status [LIFE-3]', () => {
    const { driver, second } = begin();
    driver.act(client, exit(1n));

    const step = driver.act(second, exit(2n));

    expect(step.next.objects.processes.list[0]?.stage).toEqual({
      kind: 'ended',
      exit: { kind: 'exited', status: 2 },
    });
    expect(step.next.objects.handles[0]).toEqual([]);
  });

  it('does not end the process while another thread of it is locked [LIFE-3]', () => {
    const { driver, second } = begin();
    driver.act(second, service('thread.Thread.Suspend'));

    const step = driver.act(client, exit());

    expect(step.next.objects.processes.list[0]?.stage.kind).toBe('running');
  });

  it('ends the call of the client that it serves [IPC-2]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    anotherThread(driver, server);
    driver.act(client, call('Note'));
    driver.act(server, recv);

    const step = driver.act(server, exit());

    expect(short(completionOf(step, client))).toBe('refused serverDied');
    expect(step.next.objects.processes.list[1]?.stage.kind).toBe('running');
  });

  it('ends nobody where its request is denied [DENY-1]', () => {
    const { driver, second } = begin(
      `${all} request dst=kl.core.Core endpoint=thread.Thread method=Exit { deny () }`,
    );

    const step = driver.act(second, exit());

    expect(short(step.outcome)).toBe('denied request');
    expect(step.next.objects).toBe(driver.before.objects);
  });
});
