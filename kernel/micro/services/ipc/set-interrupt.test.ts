import { describe, expect, it } from 'vitest';
import { handleId } from '../../../../model/ids.ts';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  kernelOf,
  local,
  recv,
  refusalOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  unfit,
  unfitWays,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;

const begin = (policy = all) => {
  const driver = new Driver(kernelOf(policy, { limits: roomy }));
  const second = anotherThread(driver, client);
  const interrupt = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');
  const set = service('ipc.IPC.SetInterrupt', { syncHandle: local(interrupt) });
  return { driver, second, interrupt, set };
};

describe('ipc.IPC.SetInterrupt', () => {
  it('ends a call that names the object and that no server has taken [IPC-1] [IPC-3]', () => {
    const { driver, second, interrupt, set } = begin();
    driver.act(second, call('Note', {}, { interrupt }));

    const step = driver.act(client, set);

    expect(short(step.outcome)).toBe('done');
    expect(completionOf(step, second)).toEqual({
      kind: 'refused',
      because: 'interrupted',
      retcode: 'rcIpcInterrupt',
    });
    expect(step.next.objects.threads.queues[1]).toEqual([]);
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'interrupt', isSet: true }]);
  });

  it('leaves a call alone that a server has taken [IPC-2]', () => {
    const { driver, second, interrupt, set } = begin();
    driver.act(second, call('Note', {}, { interrupt }));
    driver.act(server, recv);

    const step = driver.act(client, set);

    expect(step.completions).toEqual([]);
    expect(driver.kernel.facts(step.next).pending).toMatchObject([{ client: second, taken: true }]);
  });

  it('ends a reception that names the object [IPC-1]', () => {
    const { driver, second, interrupt, set } = begin();
    driver.act(second, { kind: 'recv', interrupt: handleId(interrupt) });

    const step = driver.act(client, set);

    expect(short(completionOf(step, second))).toBe('refused interrupted');
    expect(driver.kernel.ready(step.next)).toContain(second);
  });

  it('leaves those alone that name none, or another [IPC-1]', () => {
    const { driver, second, set } = begin();
    const other = driver.handle(client, 'ipc.IPC.CreateSyncObject', {}, 'syncHandle');
    const third = anotherThread(driver, client);
    driver.act(second, call('Note', {}, { interrupt: other }));
    driver.act(third, call('Note'));

    const step = driver.act(client, set);

    expect(step.completions).toEqual([]);
    expect(step.next.objects.threads.queues[1]).toEqual([second, third]);
  });

  it('has calls and receptions refused that come after [IPC-1]', () => {
    const { driver, interrupt, set } = begin();
    driver.act(client, set);

    expect(refusalOf(driver, client, call('Note', {}, { interrupt }))).toBe('interrupted');
    expect(refusalOf(driver, client, { kind: 'recv', interrupt: handleId(interrupt) })).toBe(
      'interrupted',
    );
  });

  it('may be set twice, and then changes nothing [IPC-3]', () => {
    const { driver, set } = begin();
    driver.act(client, set);

    const step = driver.act(client, set);

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.resources).toBe(driver.before.objects.resources);
    expect(step.next.objects.resources[0]).toEqual([{ kind: 'interrupt', isSet: true }]);
  });

  it('takes no right, and does by a copy of the handle [CAP-1]', () => {
    const { driver, second, interrupt } = begin();
    const fields = { inHandle: local(interrupt), newRightsMask: 0n };
    const copy = driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle');
    driver.act(second, call('Note', {}, { interrupt }));

    const step = driver.act(client, service('ipc.IPC.SetInterrupt', { syncHandle: local(copy) }));

    expect(short(completionOf(step, second))).toBe('refused interrupted');
  });

  it('keeps its effect where its response is denied [IPC-3]', () => {
    const { driver, second, interrupt, set } = begin(withholding('ipc.IPC', 'SetInterrupt'));
    driver.act(second, call('Note', {}, { interrupt }));

    const step = driver.act(client, set);

    expect(short(step.outcome)).toBe('denied response');
    expect(short(completionOf(step, second))).toBe('refused interrupted');
  });

  it.each(unfitWays.filter((way) => way !== 'rightsMissing'))(
    'refuses %s, and interrupts nobody [CAP-1]',
    (way) => {
      const { driver, interrupt } = begin();
      const syncHandle = local(unfit(driver, client, interrupt, way));

      expect(refusedService(driver, client, 'ipc.IPC.SetInterrupt', { syncHandle })).toBe(way);
    },
  );
});
