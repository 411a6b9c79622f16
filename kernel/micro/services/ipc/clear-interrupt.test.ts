import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  call,
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

/** An object that is set. */
const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const interrupt = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');
  driver.done(client, 'ipc.IPC.SetInterrupt', { syncHandle: local(interrupt) });
  const clear = service('ipc.IPC.ClearInterrupt', { syncHandle: local(interrupt) });
  return { driver, interrupt, clear };
};

describe('ipc.IPC.ClearInterrupt', () => {
  it('lets calls that name the object wait again [IPC-3]', () => {
    const { driver, interrupt, clear } = begin();

    const cleared = driver.act(client, clear);
    const called = driver.act(client, call('Note', {}, { interrupt }));

    expect(cleared.next.objects.resources[0]).toEqual([{ kind: 'interrupt', isSet: false }]);
    expect(called.outcome).toEqual({ kind: 'blocked' });
  });

  it('of one that is not set changes nothing [IPC-3]', () => {
    const { driver, clear } = begin();
    driver.act(client, clear);

    const step = driver.act(client, clear);

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources).toBe(driver.before.objects.resources);
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, clear } = begin(withholding('ipc.IPC', 'ClearInterrupt'));

    const step = driver.act(client, clear);

    expect(short(step.outcome)).toBe('denied response');
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'interrupt', isSet: false }]);
  });

  it.each(unfitWays.filter((way) => way !== 'rightsMissing'))('refuses %s [CAP-1]', (way) => {
    const { driver, interrupt } = begin();
    const syncHandle = local(unfit(driver, client, interrupt, way));

    expect(refusedService(driver, client, 'ipc.IPC.ClearInterrupt', { syncHandle })).toBe(way);
  });
});
