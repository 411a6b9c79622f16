import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  judgedIn,
  kernelOf,
  local,
  outputsOf,
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

/** A second thread, held by handle 2. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const wait = (msecs = 0xffff_ffffn) => service('thread.Thread.Wait', { thread: local(2), msecs });
  const exit = service('thread.Thread.Exit', { status: -5n });
  return { driver, second, wait, exit };
};

describe('thread.Thread.Wait', () => {
  it('blocks until the thread ends, and learns its status in a response that is judged then [IPC-3]', () => {
    const { driver, second, wait, exit } = begin();

    const blocked = driver.act(client, wait());
    const step = driver.act(second, exit);

    expect(blocked.outcome).toEqual({ kind: 'blocked' });
    expect(outputsOf(completionOf(step, client) ?? step.outcome).get('status')).toBe(-5n);
    expect(judgedIn(step)).toEqual(['request Exit', 'response Wait']);
  });

  it('is done at once for a thread that has ended [IPC-3]', () => {
    const { driver, second, wait, exit } = begin();
    driver.act(second, exit);

    const step = driver.act(client, wait(0n));

    expect(outputsOf(step.outcome).get('status')).toBe(-5n);
    expect(step.next.objects).toBe(driver.before.objects);
  });

  it('ends for all that wait [IPC-3]', () => {
    const { driver, second, wait, exit } = begin();
    const third = anotherThread(driver, client);
    driver.act(client, wait());
    driver.act(third, wait());

    const step = driver.act(second, exit);

    expect(step.completions.map(({ of }) => of)).toEqual([client, third]);
  });

  it('ends with timedOut where the time is over [IPC-3]', () => {
    const { driver, wait } = begin();
    driver.act(client, wait(2n));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, client))).toBe('refused timedOut');
    expect(late.events.map(({ event }) => event.kind)).toEqual(['response']);
  });

  it('goes on though its handle is closed meanwhile [IPC-3]', () => {
    const { driver, second, wait, exit } = begin();
    const third = anotherThread(driver, client);
    driver.act(third, wait());
    driver.act(client, service('handle.Handle.Close', { handle: local(2) }));

    const step = driver.act(second, exit);

    expect(short(completionOf(step, third))).toBe('done');
  });

  it('is denied where its response is, when it completes [IPC-3]', () => {
    const { driver, second, wait, exit } = begin(withholding('thread.Thread', 'Wait'));
    driver.act(client, wait());

    const step = driver.act(second, exit);

    expect(completionOf(step, client)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(driver.kernel.ready(step.next)).toContain(client);
  });

  it.each(unfitWays)('refuses %s [CAP-1]', (way) => {
    const { driver } = begin();
    const thread = local(unfit(driver, client, 2, way));

    expect(refusedService(driver, client, 'thread.Thread.Wait', { thread, msecs: 5n })).toBe(way);
  });

  it('refuses invalidArgument, for the thread that calls [IPC-3]', () => {
    const { driver } = begin();
    const own = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');

    expect(
      refusedService(driver, client, 'thread.Thread.Wait', { thread: local(own), msecs: 5n }),
    ).toBe('invalidArgument');
  });

  it('refuses timedOut at once, where it is given no time [IPC-3]', () => {
    expect(refusedService(begin().driver, client, 'thread.Thread.Wait', { thread: local(2) })).toBe(
      'timedOut',
    );
  });
});
