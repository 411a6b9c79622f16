import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  call,
  kernelOf,
  local,
  service,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
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
const freeze = 'task.Task.Freeze';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const opened = (driver: Driver, name: string) =>
  local(driver.handle(client, 'task.Task.Open', { name }, 'task'));

describe('task.Task.Freeze', () => {
  it('ends the threads of a process, and keeps what it holds and has made [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(child, 'handle.Handle.CreateBadge');
    const held = handlesOf(driver, 2);

    const step = driver.act(client, service(freeze, { task: local(task) }));

    expect(step.ended).toEqual([child]);
    expect(stagesOf(driver)['client/kid']).toBe('frozen');
    expect([handlesOf(driver, 2), kindsOf(driver, 2)]).toEqual([held, ['badge']]);
    expect(driver.kernel.ready(step.next)).toEqual([client, server]);
  });

  it('keeps the place of a process that nobody holds any more [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(client, freeze, { task: local(task) });

    driver.done(client, 'handle.Handle.Close', { handle: local(task) });

    expect(stagesOf(driver)['client/kid']).toBe('frozen');
  });

  it('takes the process out of reach of its clients [LIFE-1]', () => {
    const driver = driverOf();

    driver.done(client, freeze, { task: opened(driver, 'server') });

    expect(driver.act(client, call('Ping')).outcome).toMatchObject({ because: 'notConnected' });
  });

  it('keeps the context of what is kept, until the process is terminated [LIFE-2]', () => {
    const driver = driverOf(`${gate} execute dst=t.Server { gate.init { sid : dst_sid } }`);
    const task = opened(driver, 'server');
    driver.done(client, freeze, { task });
    const frozen = gateOf(driver.state);

    driver.done(client, 'task.Task.Terminate', { task });

    expect([frozen, gateOf(driver.state)]).toEqual([{ gate: { 4: 'shut' } }, { gate: {} }]);
  });

  it('freezes the caller itself, to which nothing is answered [LIFE-1]', () => {
    const driver = driverOf();

    const step = driver.act(client, service(freeze, { task: opened(driver, 'client') }));

    expect(step.outcome).toEqual({ kind: 'done', result: { kind: 'ended' } });
    expect(stagesOf(driver)['client']).toBe('frozen');
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const task = faultyHandles(driver, client, startedChild(driver, client))[because];

    expect(tried(driver, client, freeze, { task })).toEqual(refusedFor(because));
  });

  it('refuses a process that does not run yet, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, freeze, { task })).toEqual(refusedFor('wrongState'));
  });

  it.each([freeze, 'task.Task.Terminate'])(
    'refuses a process after %s, and changes nothing [LIFE-1]',
    (before) => {
      const driver = driverOf();
      const task = opened(driver, 'server');
      driver.done(client, before, { task });

      expect(tried(driver, client, freeze, { task })).toEqual(refusedFor('wrongState'));
    },
  );

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(freeze, -14));
    const task = local(loadedChild(driver, client));

    expect(tried(driver, client, freeze, { task })).toEqual(refusedFor('wrongState'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'Freeze'));

    const result = tried(driver, client, freeze, { task: opened(driver, 'server') });

    expect(result.outcome).toBe('denied response');
    expect(stagesOf(driver)['server']).toBe('frozen');
  });
});
