import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, service, threadOf } from '../../test-kernel.ts';
import {
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  spacious,
  stagesOf,
  startedChild,
} from '../../test-services.ts';

const [client, server, child] = [
  threadOf(0, spacious),
  threadOf(1, spacious),
  threadOf(2, spacious),
] as const;

const exit = service('task.Task.Exit', { status: -3n });

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

describe('task.Task.Exit', () => {
  it('ends the process of the caller, whose status is kept for who holds it [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);

    const step = driver.act(child, exit);

    expect(step.outcome).toEqual({ kind: 'done', result: { kind: 'ended' } });
    expect(step.ended).toEqual([child]);
    expect(step.next.objects.processes.list[2]?.stage).toEqual({
      kind: 'ended',
      exit: { kind: 'exited', status: -3 },
    });
    const told = driver.done(client, 'task.Task.GetExitStatus', { task: local(task) });
    expect([told.get('ended'), told.get('status')]).toEqual([1n, -3n]);
  });

  it('is judged as a request, and nobody is left to be answered [IPC-3]', () => {
    const driver = driverOf();

    const { events, next } = driver.act(client, exit);

    expect(events.map(({ event }) => event.kind)).toEqual(['request']);
    expect(driver.kernel.ready(next)).toEqual([server]);
  });

  it('ends every thread of the process, and leaves it nothing [LIFE-3]', () => {
    const driver = driverOf();
    driver.done(client, 'thread.Thread.Create', { entry: 1n, priority: 8n });
    driver.done(client, 'handle.Handle.CreateBadge');

    const step = driver.act(threadOf(0, spacious, 1), exit);

    expect(step.ended).toEqual([client, threadOf(0, spacious, 1)]);
    expect([handlesOf(driver, 0), kindsOf(driver, 0)]).toEqual([[], []]);
  });

  it('leaves the place of a process that nobody holds [LIFE-1]', () => {
    const driver = driverOf();
    const task = startedChild(driver, client);
    driver.done(client, 'handle.Handle.Close', { handle: local(task) });
    const before = stagesOf(driver);

    driver.act(child, exit);

    expect(before).toMatchObject({ 'client/kid': 'running' });
    expect(stagesOf(driver)).toEqual({ client: 'running', server: 'running' });
  });

  it('does nothing where the policy denies it [DENY-2]', () => {
    const driver = driverOf(
      `${all} request dst=kl.core.Core endpoint=task.Task method=Exit { deny () }`,
    );

    const step = driver.act(client, exit);

    expect(step.outcome).toMatchObject({ kind: 'denied', phase: 'request' });
    expect(step.next.objects).toBe(driver.before.objects);
  });

  it('drops the context of the process, and of no other [LIFE-2]', () => {
    const driver = driverOf(`${gate} execute src=Einit { gate.init { sid : dst_sid } }`);

    driver.act(client, exit);

    expect(gateOf(driver.state)).toEqual({ gate: { 4: 'shut' } });
  });
});
