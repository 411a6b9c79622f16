import { describe, expect, it } from 'vitest';
import { abstractMachine } from '../../../../arch/machine/design.ts';
import { Driver, all, kernelOf, local, service, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  gate,
  gateOf,
  handleFaults,
  handlesOf,
  load,
  loadedChild,
  refusedFor,
  sidBy,
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
const resume = 'task.Task.Resume';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

/** A loaded child of the client with so many channels to the server. */
const connected = (driver: Driver, channels: number): number => {
  const task = loadedChild(driver, client);
  const to = driver.handle(client, 'task.Task.Open', { name: 'server' }, 'task');
  for (let index = 0; index < channels; index++)
    driver.done(client, 'task.Task.Connect', {
      client: local(task),
      server: local(to),
      name: String(index),
    });
  return task;
};

describe('task.Task.Resume', () => {
  it('starts a loaded process with its first thread and its first handles [LBL-1] [LIFE-1]', () => {
    const driver = driverOf();
    const task = loadedChild(driver, client);

    const step = driver.act(client, service(resume, { task: local(task) }));

    expect(step.started).toEqual([{ thread: child, process: 2, entry: 0 }]);
    expect(driver.kernel.ready(step.next)).toEqual([client, server, child]);
    expect(handlesOf(driver, 2).map(({ sid, rights }) => [sid, rights])).toEqual([
      [1, 0x1_0007],
      [8, 0x2_0005],
    ]);
  });

  it('has the start judged between its request and its response, as an event of the caller on the process [LBL-1]', () => {
    const driver = driverOf();
    const task = loadedChild(driver, client);

    const { events } = driver.act(client, service(resume, { task: local(task) }));

    expect(
      events.map(({ event: { kind, source, destination, method } }) => [
        kind,
        source.name,
        destination?.name,
        method,
      ]),
    ).toEqual([
      ['request', 'client', 'kl.core.Core', 'Resume'],
      ['execute', 'client', 'client/kid', 'main'],
      ['response', 'kl.core.Core', 'client', 'Resume'],
    ]);
  });

  it('refuses a start that the policy denies, and the process stays as it is [LBL-1]', () => {
    const driver = driverOf(`${all} execute src=t.Client dst=t.Server { deny () }`);
    const task = loadedChild(driver, client);

    const result = tried(driver, client, resume, { task: local(task) });

    expect(result).toEqual(refusedFor('startDenied'));
    expect(
      driver.last?.events.map(({ event, verdict }) => `${event.kind} ${verdict.kind}`),
    ).toEqual(['request granted', 'execute denied', 'response granted']);
  });

  it('starts a process of init.yaml whose start was denied at boot [LBL-1] [LIFE-1]', () => {
    const policy = `${all} execute src=Einit dst=t.Server { deny () }`;
    const driver = driverOf(policy);
    const before = stagesOf(driver)['server'];
    const task = driver.handle(client, 'task.Task.Open', { name: 'server' }, 'task');

    driver.done(client, resume, { task: local(task) });

    expect([before, stagesOf(driver)['server']]).toEqual(['loaded', 'running']);
    expect(handlesOf(driver, 1).map(({ sid }) => sid)).toEqual([1, 7]);
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, loadedChild(driver, client))[because];

    expect(tried(driver, client, resume, { task })).toEqual(refusedFor(because));
  });

  it.each([
    ['runs', undefined],
    ['is frozen', 'task.Task.Freeze'],
    ['has ended', 'task.Task.Terminate'],
  ])('refuses a process that %s, and changes nothing [LIFE-1]', (_, after) => {
    const driver = driverOf();
    const task = local(startedChild(driver, client));
    if (after !== undefined) driver.done(client, after, { task });

    expect(tried(driver, client, resume, { task })).toEqual(refusedFor('wrongState'));
  });

  it('refuses a process that is not loaded yet, and changes nothing [LBL-1]', () => {
    const driver = driverOf();
    const kid = { name: 'kid', eiid: 't.Server' };
    const task = local(driver.handle(client, 'task.Task.Create', kid, 'child'));

    expect(tried(driver, client, resume, { task })).toEqual(refusedFor('wrongState'));
  });

  it('refuses a process with more channels than its share of resources, and changes nothing [AVL-1]', () => {
    const driver = driverOf();
    const task = connected(driver, 5);

    expect(tried(driver, client, resume, { task: local(task) })).toEqual(
      refusedFor('resourcesFull'),
    );
  });

  it('refuses a process with more first handles than its table has places, and changes nothing [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 5 });
    const task = connected(driver, 4);

    expect(tried(driver, client, resume, { task: local(task) })).toEqual(refusedFor('tableFull'));
  });

  it('refuses a process while a core may still translate to the frames of the one before it, and changes nothing [MEM-3]', () => {
    const limits = { ...spacious, frames: 3, tables: 2, pages: 8, image: 1 };
    const machine = abstractMachine({ cores: 2, shootdown: 'delayed' });
    const driver = new Driver(kernelOf(all, { limits, machine }));
    const task = local(startedChild(driver, client));
    driver.done(client, 'task.Task.Terminate', { task });
    load(driver, client, task.number, 'Server');

    expect(tried(driver, client, resume, { task })).toEqual(refusedFor('framesFull'));
    driver.step({ kind: 'completeInvalidation', core: 1 });
    driver.done(client, resume, { task });
    expect(stagesOf(driver)['client/kid']).toBe('running');
  });

  it('tells a start that is denied by its retcode, which the policy judges [IPC-3]', () => {
    const policy = `${answeringOnly(resume, -3)} execute src=t.Client dst=t.Server { deny () }`;
    const driver = driverOf(policy);
    const task = loadedChild(driver, client);

    expect(tried(driver, client, resume, { task: local(task) })).toEqual(refusedFor('startDenied'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'Resume'));
    const task = loadedChild(driver, client);

    expect(tried(driver, client, resume, { task: local(task) }).outcome).toBe('denied response');
    expect(stagesOf(driver)['client/kid']).toBe('running');
  });

  it('begins with a fresh context each time, for the last one has gone with the end [LIFE-2]', () => {
    const driver = driverOf(`${gate} execute src=t.Client { gate.init { sid : dst_sid } }`);
    const task = startedChild(driver, client);
    const sid = sidBy(driver, client, task);
    const running = gateOf(driver.state);
    driver.done(client, 'task.Task.Terminate', { task: local(task) });
    const ended = gateOf(driver.state);
    load(driver, client, task, 'Server');

    driver.done(client, resume, { task: local(task) });

    expect([running, ended, gateOf(driver.state)]).toEqual([
      { gate: { [sid]: 'shut' } },
      { gate: {} },
      { gate: { [sid]: 'shut' } },
    ]);
  });

  it('refuses a process while a core may still reach what the one before it had, though frames are free [MEM-3]', () => {
    const limits = { ...spacious, frames: 6, tables: 2, pages: 8, image: 1 };
    const machine = abstractMachine({ cores: 2, shootdown: 'delayed' });
    const driver = new Driver(kernelOf(all, { limits, machine }));
    const task = local(startedChild(driver, client));
    driver.done(client, 'task.Task.Terminate', { task });
    load(driver, client, task.number, 'Server');

    expect(tried(driver, client, resume, { task })).toEqual(refusedFor('framesFull'));
    driver.step({ kind: 'completeInvalidation', core: 1 });
    driver.done(client, resume, { task });
  });
});
