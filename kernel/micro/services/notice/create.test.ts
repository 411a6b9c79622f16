import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  kernelOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);
const begin = (limits = roomy, policy = all) => new Driver(kernelOf(policy, { limits }));

describe('notice.Notice.Create', () => {
  it('makes a receiver that has subscribed to nothing [IPC-3] [LBL-2]', () => {
    const driver = begin();

    const step = driver.act(client, service('notice.Notice.Create'));

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'receiver', subscriptions: [] }]);
    expect(step.next.objects.handles[0]?.[2]).toMatchObject({
      rights: 0xffff_ffff,
      parent: undefined,
    });
  });

  it('refuses resourcesFull [AVL-1]', () => {
    const driver = begin({ ...roomy, resources: 0 });

    expect(refusedService(driver, client, 'notice.Notice.Create')).toBe('resourcesFull');
  });

  it('refuses tableFull [AVL-1]', () => {
    const driver = begin({ ...roomy, handles: 2 });

    expect(refusedService(driver, client, 'notice.Notice.Create')).toBe('tableFull');
  });

  it('leaves nothing where its response is denied [IPC-3]', () => {
    const driver = begin(roomy, withholding('notice.Notice', 'Create'));

    const step = driver.act(client, service('notice.Notice.Create'));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.next.objects.resources).toEqual(driver.before.objects.resources);
  });
});
