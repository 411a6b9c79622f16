import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, service, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  gate,
  gateOf,
  handleFaults,
  handlesOf,
  kindsOf,
  loadedChild,
  refusedFor,
  spacious,
  stagesOf,
  startedChild,
  tried,
} from '../../test-services.ts';

const [client, server, child] = [
  threadOf(0, spacious),
  threadOf(1, spacious),
  threadOf(2, spacious),
] as const;
const terminate = 'task.Task.Terminate';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const opened = (driver: Driver, name: string) =>
  local(driver.handle(client, 'task.Task.Open', { name }, 'task'));

describe('task.Task.Terminate', () => {
  it('ends a process: its threads are gone, and it holds nothing that it made [LIFE-1] [LIFE-3]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(child, 'handle.Handle.CreateBadge');

    const step = driver.act(client, service(terminate, { task: local(task) }));

    expect(step.outcome.kind).toBe('done');
    expect(step.ended).toEqual([child]);
    expect(step.next.objects.processes.list[2]?.stage).toEqual({
      kind: 'ended',
      exit: { kind: 'terminated' },
    });
    expect([handlesOf(driver, 2), kindsOf(driver, 2)]).toEqual([[], []]);
    expect(driver.kernel.ready(step.next)).toEqual([client, server]);
  });

  it('ends a process that is frozen, whose first end stays the one that is told [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(client, 'task.Task.Freeze', { task: local(task) });

    driver.done(client, terminate, { task: local(task) });

    expect(driver.state.objects.processes.list[2]?.stage).toEqual({
      kind: 'ended',
      exit: { kind: 'terminated' },
    });
    expect(handlesOf(driver, 2)).toEqual([]);
  });

  it('ends the caller itself, to which nothing is answered [LIFE-1]', () => {
    const driver = driverOf();
    const task = opened(driver, 'client');

    const step = driver.act(client, service(terminate, { task }));

    expect(step.outcome).toEqual({ kind: 'done', result: { kind: 'ended' } });
    expect(step.events.map(({ event }) => event.kind)).toEqual(['request']);
    expect(stagesOf(driver)['client']).toBe('ended');
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, startedChild(driver, client))[because];

    expect(tried(driver, client, terminate, { task })).toEqual(refusedFor(because));
  });

  it('refuses a process that is loaded, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, terminate, { task })).toEqual(refusedFor('wrongState'));
  });

  it('refuses a process that has ended, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const task = opened(driver, 'server');
    driver.done(client, terminate, { task });

    expect(tried(driver, client, terminate, { task })).toEqual(refusedFor('wrongState'));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(terminate, -14));
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, terminate, { task })).toEqual(refusedFor('wrongState'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'Terminate'));

    const result = tried(driver, client, terminate, { task: opened(driver, 'server') });

    expect(result.outcome).toBe('denied response');
    expect(stagesOf(driver)['server']).toBe('ended');
  });

  it('drops the contexts of the process and of what only it held, and no others [LIFE-2]', () => {
    const policy = `${gate} execute src=Einit { gate.init { sid : dst_sid } }
response src=kl.core.Core endpoint=handle.Handle method=CreateBadge { gate.init { sid : message.badge.handle } }`;
    const driver = driverOf(policy);
    driver.done(server, 'handle.Handle.CreateBadge');

    driver.done(client, terminate, { task: opened(driver, 'server') });

    expect(gateOf(driver.state)).toEqual({ gate: { 3: 'shut' } });
  });
});
