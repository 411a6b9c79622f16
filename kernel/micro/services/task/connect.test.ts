import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  call,
  kernelOf,
  local,
  recv,
  threadOf,
  withholding,
} from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  handlesOf,
  kindsOf,
  loadedChild,
  refusedFor,
  spacious,
  startedChild,
  tried,
} from '../../test-services.ts';

const [client, server, child] = [
  threadOf(0, spacious),
  threadOf(1, spacious),
  threadOf(2, spacious),
] as const;
const connect = 'task.Task.Connect';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

/** A child that is loaded, and the server, as handles of the client. */
const pair = (driver: Driver) => ({
  client: local(loadedChild(driver, client)),
  server: local(driver.handle(client, 'task.Task.Open', { name: 'server' }, 'task')),
});

const connectionsOf = ({ state }: Driver) => state.objects.processes.list[2]?.connections;

describe('task.Task.Connect', () => {
  it('notes a channel for the client, which has nothing of it before it starts [LIFE-1]', () => {
    const driver = driverOf();

    driver.done(client, connect, { ...pair(driver), name: 'link' });

    expect(connectionsOf(driver)).toEqual([{ name: 'link', server: 1 }]);
    expect([handlesOf(driver, 2), kindsOf(driver, 2)]).toEqual([[], []]);
  });

  it('gives the client the channel after its first handles when it starts, and calls over it arrive [LIFE-1] [MED-1]', () => {
    const driver = driverOf();
    const both = pair(driver);
    driver.done(client, connect, { ...both, name: 'link' });
    driver.done(client, 'task.Task.Resume', { task: both.client });

    driver.act(child, call('Note', {}, { handle: 2 }));

    expect(handlesOf(driver, 2).map(({ number, rights }) => [number, rights])).toEqual([
      [0, 0x1_0007],
      [1, 0x2_0005],
      [2, 0x1_0007],
    ]);
    expect(driver.state.objects.resources[2]).toMatchObject([
      { kind: 'channel', client: 2, server: 1, isAccepted: false },
    ]);
    expect(driver.act(server, recv).outcome).toMatchObject({ result: { method: 'Note' } });
  });

  it('joins two children in any stage of the server that is not frozen [LIFE-1]', () => {
    const driver = driverOf();
    const from = local(loadedChild(driver, client));
    const to = local(
      driver.handle(client, 'task.Task.Create', { name: 'other', eiid: 't.Server' }, 'child'),
    );

    driver.done(client, connect, { client: from, server: to, name: 'link' });

    expect(connectionsOf(driver)).toEqual([{ name: 'link', server: 3 }]);
  });

  it.each(handleFaults)('refuses %s for the client, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const both = pair(driver);
    const faulty = faultyHandles(driver, client, both.client.number)[because];

    expect(tried(driver, client, connect, { ...both, client: faulty, name: 'link' })).toEqual(
      refusedFor(because),
    );
  });

  it.each(handleFaults)('refuses %s for the server, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const both = pair(driver);
    const faulty = faultyHandles(driver, client, both.server.number)[because];

    expect(tried(driver, client, connect, { ...both, server: faulty, name: 'link' })).toEqual(
      refusedFor(because),
    );
  });

  it.each([
    ['runs', undefined],
    ['is frozen', 'task.Task.Freeze'],
    ['has ended', 'task.Task.Terminate'],
  ])('refuses a client that %s, and changes nothing [LIFE-1]', (_, after) => {
    const driver = driverOf();
    const task = local(startedChild(driver, client));
    const to = local(driver.handle(client, 'task.Task.Open', { name: 'server' }, 'task'));
    if (after !== undefined) driver.done(client, after, { task });

    expect(tried(driver, client, connect, { client: task, server: to, name: 'link' })).toEqual(
      refusedFor('wrongState'),
    );
  });

  it('refuses a server that is frozen, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const both = pair(driver);
    driver.done(client, 'task.Task.Freeze', { task: both.server });

    expect(tried(driver, client, connect, { ...both, name: 'link' })).toEqual(
      refusedFor('wrongState'),
    );
  });

  it('refuses a second channel of a name, and changes nothing [LIFE-1]', () => {
    const driver = driverOf();
    const both = pair(driver);
    driver.done(client, connect, { ...both, name: 'link' });

    expect(tried(driver, client, connect, { ...both, name: 'link' })).toEqual(
      refusedFor('nameTaken'),
    );
  });

  it('refuses a seventeenth channel, and changes nothing [AVL-1]', () => {
    const driver = driverOf();
    const both = pair(driver);
    for (let index = 0; index < 16; index++)
      driver.done(client, connect, { ...both, name: String(index) });

    expect(tried(driver, client, connect, { ...both, name: 'more' })).toEqual(
      refusedFor('resourcesFull'),
    );
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(connect, -14));
    const both = pair(driver);
    driver.done(client, 'task.Task.Freeze', { task: both.server });

    expect(tried(driver, client, connect, { ...both, name: 'link' })).toEqual(
      refusedFor('wrongState'),
    );
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('task.Task', 'Connect'));

    const result = tried(driver, client, connect, { ...pair(driver), name: 'link' });

    expect(result.outcome).toBe('denied response');
    expect(connectionsOf(driver)).toHaveLength(1);
  });
});
