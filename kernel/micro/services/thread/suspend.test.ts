import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  local,
  recv,
  reply,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const suspend = service('thread.Thread.Suspend');

/** A second thread, held by handle 2, that has locked itself. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const locked = driver.act(second, suspend);
  return { driver, second, locked };
};

describe('thread.Thread.Suspend', () => {
  it('locks the thread that calls, for ever if nobody resumes it [IPC-3]', () => {
    const { driver, second, locked } = begin();

    expect(locked.outcome).toEqual({ kind: 'blocked' });
    expect(driver.kernel.ready(locked.next)).not.toContain(second);
    expect(driver.kernel.isTimed(locked.next)).toBe(false);
    expect(driver.tick().next).toBe(locked.next);
  });

  it('ends by a resume, and its response is judged in that step [IPC-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(client, service('thread.Thread.Resume', { thread: local(2) }));

    expect(short(completionOf(step, second))).toBe('done');
    expect(step.events.at(-1)?.event).toMatchObject({ kind: 'response', method: 'Suspend' });
  });

  it('is denied where its response is, when it completes [IPC-3]', () => {
    const { driver, second } = begin(withholding('thread.Thread', 'Suspend'));

    const step = driver.act(client, service('thread.Thread.Resume', { thread: local(2) }));

    expect(short(step.outcome)).toBe('done');
    expect(completionOf(step, second)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(driver.kernel.ready(step.next)).toContain(second);
  });

  it('ends unanswered where the thread is terminated [IPC-3]', () => {
    const { driver, second } = begin();

    const step = driver.act(client, service('thread.Thread.Terminate', { thread: local(2) }));

    expect(step.completions).toEqual([]);
    expect(step.ended).toEqual([second]);
  });

  it('of a server leaves its client waiting, and the answer may come after [IPC-2]', () => {
    const driver = new Driver(kernelOf(all, { limits: roomy }));
    const worker = anotherThread(driver, server);
    driver.act(client, call('Note'));
    driver.act(worker, recv);

    driver.act(worker, suspend);
    const waiting = driver.kernel.facts(driver.state).pending;
    driver.act(server, service('thread.Thread.Resume', { thread: local(2) }));
    const step = driver.act(worker, reply());

    expect(waiting).toMatchObject([{ client, taken: true }]);
    expect(short(completionOf(step, client))).toBe('done');
  });
});
