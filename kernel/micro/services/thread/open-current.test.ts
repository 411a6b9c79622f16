import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  call,
  kernelOf,
  local,
  refusalOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);
const begin = (limits = roomy, policy = all) => new Driver(kernelOf(policy, { limits }));

describe('thread.Thread.OpenCurrent', () => {
  it('gives each thread a handle to itself, with every right but to leave the process [IPC-3] [LBL-2]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    const created = driver.state.objects.handles[0]?.[2];

    driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
    const own = driver.handle(second, 'thread.Thread.OpenCurrent', {}, 'thread');

    const entries = driver.state.objects.handles[0] ?? [];
    expect(entries[own]).toMatchObject({ sid: created?.sid, rights: 0xffff_fffd });
    expect(entries[3]?.sid).not.toBe(created?.sid);
  });

  it('gives the one handle another time: one thread, one SID [LBL-2]', () => {
    const driver = begin();

    const sids = [1, 2].map(() => {
      const thread = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');
      return driver
        .done(client, 'handle.Handle.GetSidByHandle', { handle: local(thread) })
        .get('sid');
    });

    expect(sids[0]).toBe(sids[1]);
  });

  it('gives what does not leave the process: no other acts on its threads [CAP-1] [ISO-1]', () => {
    const driver = begin();
    const thread = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');

    expect(refusalOf(driver, client, call('Send', { handle: local(thread) }))).toBe(
      'rightsMissing',
    );
  });

  it('refuses tableFull [AVL-1]', () => {
    expect(
      refusedService(begin({ ...roomy, handles: 2 }), client, 'thread.Thread.OpenCurrent'),
    ).toBe('tableFull');
  });

  it('closes the handle where its response is denied [IPC-3]', () => {
    const driver = begin(roomy, withholding('thread.Thread', 'OpenCurrent'));

    const step = driver.act(client, service('thread.Thread.OpenCurrent'));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.next.objects.threads).toBe(driver.before.objects.threads);
  });
});
