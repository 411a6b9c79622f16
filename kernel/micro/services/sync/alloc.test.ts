import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  kernelOf,
  local,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const client = threadOf(0, roomy);
const begin = (limits = roomy, policy = all) => new Driver(kernelOf(policy, { limits }));

describe('sync.Sync.Alloc', () => {
  it('makes a word of value 0, in the share of its maker [IPC-3] [LBL-2]', () => {
    const driver = begin();

    const step = driver.act(client, service('sync.Sync.Alloc'));

    expect(step.next.objects.resources[0]).toEqual([{ kind: 'word', value: 0 }]);
    expect(driver.kernel.facts(step.next).resources).toMatchObject([{ kind: 'word', owner: 0 }]);
    expect(step.next.objects.handles[0]?.[2]).toMatchObject({
      sid: driver.kernel.facts(step.next).resources[0]?.sid,
      rights: 0x3_000f,
      parent: undefined,
    });
  });

  it('gives each word a SID of its own [LBL-2]', () => {
    const driver = begin();
    const [one, two] = [1, 2].map(() => driver.handle(client, 'sync.Sync.Alloc', {}, 'sync'));

    const sidOf = (number: number | undefined) =>
      driver
        .done(client, 'handle.Handle.GetSidByHandle', { handle: local(number ?? 0) })
        .get('sid');

    expect(sidOf(one)).not.toEqual(sidOf(two));
  });

  it('refuses resourcesFull, where its maker has as many resources as its share allows [AVL-1]', () => {
    const driver = begin({ ...roomy, resources: 1 });
    driver.done(client, 'sync.Sync.Alloc');

    expect(refusedService(driver, client, 'sync.Sync.Alloc')).toBe('resourcesFull');
  });

  it('refuses tableFull, and makes no word then [AVL-1]', () => {
    const driver = begin({ ...roomy, handles: 2 });

    expect(refusedService(driver, client, 'sync.Sync.Alloc')).toBe('tableFull');
    expect(driver.state.objects.resources[0]).toEqual([]);
  });

  it('leaves neither handle nor word where its response is denied [IPC-3]', () => {
    const driver = begin(roomy, withholding('sync.Sync', 'Alloc'));

    const step = driver.act(client, service('sync.Sync.Alloc'));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.next.objects.resources).toEqual(driver.before.objects.resources);
  });
});
