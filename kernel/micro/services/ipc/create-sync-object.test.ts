import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
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

describe('ipc.IPC.CreateSyncObject', () => {
  it('makes an object that is not set, with a handle that can be copied alone [IPC-3] [CAP-1]', () => {
    const driver = begin();

    const step = driver.act(client, service('ipc.IPC.CreateSyncObject'));

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'interrupt', isSet: false }]);
    expect(step.next.objects.handles[0]?.[2]).toMatchObject({ rights: 1, parent: undefined });
  });

  it('gives what does not leave the process [CAP-1]', () => {
    const driver = begin();
    const handle = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');

    expect(refusalOf(driver, client, call('Send', { handle: local(handle) }))).toBe(
      'rightsMissing',
    );
  });

  it('refuses resourcesFull [AVL-1]', () => {
    const driver = begin({ ...roomy, resources: 1 });
    driver.done(client, 'ipc.IPC.CreateSyncObject');

    expect(refusedService(driver, client, 'ipc.IPC.CreateSyncObject')).toBe('resourcesFull');
  });

  it('refuses tableFull [AVL-1]', () => {
    expect(
      refusedService(begin({ ...roomy, handles: 2 }), client, 'ipc.IPC.CreateSyncObject'),
    ).toBe('tableFull');
  });

  it('leaves nothing where its response is denied [IPC-3]', () => {
    const driver = begin(roomy, withholding('ipc.IPC', 'CreateSyncObject'));

    const step = driver.act(client, service('ipc.IPC.CreateSyncObject'));

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.handles).toEqual(driver.before.objects.handles);
    expect(step.next.objects.resources).toEqual(driver.before.objects.resources);
  });
});
