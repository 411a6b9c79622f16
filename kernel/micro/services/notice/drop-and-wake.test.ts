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
const drop = 'notice.Notice.DropAndWake';

/** A receiver with an entry, and a second thread that waits for it. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const notice = driver.handle(client, 'notice.Notice.Create', {}, 'notice');
  driver.done(client, 'notice.Notice.SubscribeToObject', {
    notice: local(notice),
    object: local(2),
    eventMask: 1n,
    eventId: 1n,
  });
  driver.act(
    second,
    service('notice.Notice.GetEvent', { notice: local(notice), msecs: 0xffff_ffffn }),
  );
  return { driver, second, notice };
};

const empty = { kind: 'receiver', subscriptions: [] };

describe('notice.Notice.DropAndWake', () => {
  it('takes all entries, and ends the waits: the receiver stays [IPC-3]', () => {
    const { driver, second, notice } = begin();

    const step = driver.act(client, service(drop, { notice: local(notice) }));

    expect(short(step.outcome)).toBe('done');
    expect(completionOf(step, second)).toMatchObject({ because: 'woken', retcode: 'rcAbort' });
    expect(step.next.objects.resources[0]).toEqual([empty]);
  });

  it('leaves those alone that wait for another receiver [IPC-3]', () => {
    const { driver } = begin();
    const other = driver.handle(client, 'notice.Notice.Create', {}, 'notice');

    const step = driver.act(client, service(drop, { notice: local(other) }));

    expect(step.completions).toEqual([]);
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, second, notice } = begin(withholding('notice.Notice', 'DropAndWake'));

    const step = driver.act(client, service(drop, { notice: local(notice) }));

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, second))).toBe('refused woken');
    expect(step.next.objects.resources[0]).toEqual([empty]);
  });

  it.each(unfitWays)('refuses %s, and wakes nobody [CAP-1]', (way) => {
    const { driver, notice } = begin();
    const unusable = local(unfit(driver, client, notice, way));

    expect(refusedService(driver, client, drop, { notice: unusable })).toBe(way);
  });
});
