import { describe, expect, it } from 'vitest';
import type { Intent } from '../../model/step.ts';
import {
  Driver,
  all,
  call,
  completionOf,
  fourProcesses,
  kernelOf,
  local,
  recv,
  reply,
  service,
  short,
  threadOf,
} from './test-kernel.ts';
import {
  bytesOf,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  load,
  loadedChild,
  refusedFor,
  sendHandle,
  sidBy,
  spacious,
  stagesOf,
  startedChild,
  tried,
} from './test-services.ts';

const thread = (process: number, which = 0) => threadOf(process, spacious, which);

/** A client and a server, whose first children have the places 2 and 4. */
const [client, server, child, second] = [thread(0), thread(1), thread(2), thread(3)] as const;

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

/** Two clients of a server, which is a client of a third process. */
const fourOf = (): Driver => new Driver(kernelOf(all, { limits: spacious, files: fourProcesses }));

const trap: Intent = { kind: 'trap', code: 11 };

const opened = (driver: Driver, by: ReturnType<typeof thread>, name: string) =>
  local(driver.handle(by, 'task.Task.Open', { name }, 'task'));

const terminate = (driver: Driver, by: ReturnType<typeof thread>, name: string) =>
  driver.act(by, service('task.Task.Terminate', { task: opened(driver, by, name) }));

describe('the life of a process', () => {
  it('goes from its creation to its end, and leaves nothing [LIFE-1] [LBL-1]', () => {
    const driver = driverOf();
    const before = bytesOf(driver);
    const task = local(loadedChild(driver, client));
    const to = opened(driver, client, 'server');
    driver.done(client, 'task.Task.SetEnv', { task, name: 'MODE', value: 'fast' });
    driver.done(client, 'task.Task.Connect', { client: task, server: to, name: 'link' });
    driver.done(client, 'task.Task.Resume', { task });

    const mode = driver.done(child, 'hal.HAL.GetEnv', { name: 'MODE' }).get('value');
    driver.act(child, call('Ping', {}, { handle: 2 }));
    driver.act(server, recv);
    const answered = completionOf(driver.act(server, reply()), child);
    driver.act(child, service('task.Task.Exit', { status: 4n }));
    const status = driver.done(client, 'task.Task.GetExitStatus', { task }).get('status');
    for (const handle of [task, to]) driver.done(client, 'handle.Handle.Close', { handle });

    expect([mode, answered?.kind, status]).toEqual(['fast', 'done', 4n]);
    expect(bytesOf(driver)).toEqual(before);
  });

  it('leaves the same state after a hundred rounds as before the first [LIFE-1] [AVL-1]', () => {
    const driver = driverOf(`${gate} execute src=t.Client { gate.init { sid : dst_sid } }`);
    const before = bytesOf(driver);

    for (let round = 0; round < 100; round++) {
      const task = local(startedChild(driver, client));
      driver.done(child, 'handle.Handle.CreateBadge');
      driver.done(client, 'task.Task.Terminate', { task });
      driver.done(client, 'handle.Handle.Close', { handle: task });
    }

    expect(bytesOf(driver)).toEqual(before);
  });

  it('begins with an image that was installed as with a file of the ROM [LIFE-1] [LBL-1]', () => {
    const driver = driverOf();
    const claim = { path: 'new', eiid: 't.Server' };
    const image = local(
      driver.handle(
        client,
        'image.Image.Install',
        { ...claim, digest: { kind: 'bytes', hex: '00'.repeat(32) } },
        'image',
      ),
    );
    const task = local(
      driver.handle(client, 'task.Task.Create', { ...claim, name: 'kid' }, 'child'),
    );
    driver.done(client, 'task.Task.LoadSeg', { task, image });

    driver.done(client, 'task.Task.Resume', { task });

    expect(driver.done(child, 'task.Task.GetPath').get('path')).toBe('new');
  });

  it('does not begin where its start is denied, and begins when it is granted later [LBL-1]', () => {
    const policy = `${gate} execute src=Einit dst=t.Client { gate.init { sid : dst_sid } }
execute src=t.Client dst=t.Server { assert (gate.query { sid : src_sid } == "open") }
request dst=kl.core.Core endpoint=hal.HAL method=DebugWrite { gate.enter { sid : src_sid, state : "open" } }`;
    const driver = driverOf(policy);
    const task = local(loadedChild(driver, client));

    const denied = tried(driver, client, 'task.Task.Resume', { task });
    const between = stagesOf(driver)['client/kid'];
    driver.done(client, 'hal.HAL.DebugWrite');
    const granted = tried(driver, client, 'task.Task.Resume', { task });

    expect(denied).toEqual(refusedFor('startDenied'));
    expect([between, granted.outcome, stagesOf(driver)['client/kid']]).toEqual([
      'loaded',
      'done',
      'running',
    ]);
  });
});

describe('an exception', () => {
  it('ends its process, is told as a fault, and concerns no other [LIFE-1] [ISO-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);

    const step = driver.act(child, trap);

    expect(step.outcome).toEqual({ kind: 'faulted', code: 11 });
    expect(step.events).toEqual([]);
    expect(step.ended).toEqual([child]);
    expect(step.next.objects.processes.list[2]?.stage).toEqual({
      kind: 'ended',
      exit: { kind: 'trapped', code: 11 },
    });
    expect(driver.kernel.ready(step.next)).toEqual([client, server]);
  });

  it('halts the system where its process was created to: nobody is ready any more [LIFE-1]', () => {
    const driver = driverOf();
    startedChild(driver, client, { flags: 1n });
    driver.act(server, service('thread.Thread.Sleep', { msecs: 5n }));

    driver.act(child, trap);

    expect(driver.kernel.ready(driver.state)).toEqual([]);
    expect(driver.kernel.isTimed(driver.state)).toBe(false);
    expect(() => driver.act(client, recv)).toThrow('a thread acted that cannot');
  });

  it.each([
    ['exits', (driver: Driver) => driver.act(child, service('task.Task.Exit'))],
    ['is terminated', (driver: Driver) => terminate(driver, client, 'kid')],
  ])('is needed to halt the system: it goes on where the process %s [LIFE-1]', (_, end) => {
    const driver = driverOf();
    startedChild(driver, client, { flags: 1n });

    end(driver);

    expect(driver.kernel.ready(driver.state)).toEqual([client, server]);
  });

  it('of one of its threads ends all of a process [LIFE-3]', () => {
    const driver = driverOf();
    driver.done(client, 'thread.Thread.Create', { entry: 1n, priority: 8n });
    driver.act(client, call('Note'));

    const step = driver.act(thread(0, 1), trap);

    expect(step.ended).toEqual([thread(0), thread(0, 1)]);
    expect(driver.kernel.facts(step.next).pending).toEqual([]);
  });
});

describe('the end of a server', () => {
  const [first, other, served, third] = [thread(0), thread(1), thread(2), thread(3)] as const;

  it.each([
    ['trap', (driver: Driver) => driver.act(served, trap)],
    ['exit', (driver: Driver) => driver.act(served, service('task.Task.Exit'))],
    ['termination', (driver: Driver) => terminate(driver, third, 'server')],
    [
      'freezing',
      (driver: Driver) =>
        driver.act(third, service('task.Task.Freeze', { task: opened(driver, third, 'server') })),
    ],
  ])('by %s is told to whom it serves and to who waits for it [IPC-1] [LIFE-3]', (_, end) => {
    const driver = fourOf();
    driver.act(first, call('Ping'));
    driver.act(served, recv);
    driver.act(other, call('Ping'));

    const step = end(driver);

    expect([first, other].map((of) => short(completionOf(step, of)))).toEqual([
      'refused serverDied',
      'refused serverDied',
    ]);
    expect(driver.kernel.facts(step.next).pending).toEqual([]);
    expect(driver.kernel.ready(step.next)).toEqual([first, other, third]);
  });

  it('withdraws what it has called: who serves it has nobody to answer [IPC-1] [LIFE-3]', () => {
    const driver = fourOf();
    driver.act(served, call('Ping'));
    driver.act(third, recv);

    terminate(driver, first, 'server');

    expect(short(driver.act(third, reply()).outcome)).toBe('refused abandoned');
  });

  it('revives nothing: after a restart its clients call anew over their old handles [LIFE-1] [IPC-1]', () => {
    const driver = fourOf();
    driver.act(first, call('Ping'));
    terminate(driver, other, 'server');
    const task = opened(driver, other, 'server');
    const meanwhile = driver.act(first, call('Ping'));
    load(driver, other, task.number, 'Server');
    const loaded = driver.act(first, call('Ping'));
    driver.done(other, 'task.Task.Resume', { task });

    const waits = driver.act(served, recv);
    const called = driver.act(first, call('Note'));
    const answered = driver.act(served, reply());

    expect([meanwhile, loaded, waits].map(({ outcome }) => short(outcome))).toEqual([
      'refused notConnected',
      'refused notConnected',
      'blocked',
    ]);
    expect(meanwhile.events).toEqual([]);
    expect(completionOf(called, served)).toMatchObject({ result: { method: 'Note' } });
    expect(short(completionOf(answered, first))).toBe('done');
  });

  it('gives it at a restart the handles that it had at boot [LIFE-1]', () => {
    const driver = fourOf();
    const boot = handlesOf(driver, 2);
    driver.done(served, 'handle.Handle.Close', { handle: local(1) });
    driver.done(served, 'handle.Handle.CreateBadge');
    const task = opened(driver, first, 'server');
    driver.done(first, 'task.Task.Terminate', { task });
    load(driver, first, task.number, 'Server');

    driver.done(first, 'task.Task.Resume', { task });

    expect(handlesOf(driver, 2)).toEqual(boot);
    expect(kindsOf(driver, 2)).toEqual([]);
  });
});

describe('the end of a client', () => {
  const [first, other, served] = [thread(0), thread(1), thread(2)] as const;

  it('makes the answer to it nobody’s: the server learns so, and serves the next [IPC-1] [LIFE-3]', () => {
    const driver = fourOf();
    driver.act(first, call('Ping'));
    driver.act(served, recv);
    driver.act(other, call('Note'));
    terminate(driver, thread(3), 'client');

    const again = driver.act(served, recv);
    const answer = driver.act(served, reply());
    const next = driver.act(served, recv);

    expect([again, answer].map(({ outcome }) => short(outcome))).toEqual([
      'refused alreadyServing',
      'refused abandoned',
    ]);
    expect(next.outcome).toMatchObject({ kind: 'done', result: { method: 'Note' } });
  });

  it('takes its request, and the handles that came with it, out of the queue [LIFE-3] [CAP-1]', () => {
    const driver = fourOf();
    const before = handlesOf(driver, 2);
    driver.act(first, call('Send', { handle: local(0) }));
    const queued = handlesOf(driver, 2).length;

    terminate(driver, other, 'client');

    expect(queued).toBe(before.length + 1);
    expect(handlesOf(driver, 2)).toEqual(before);
    expect(driver.act(served, recv).outcome.kind).toBe('blocked');
  });

  it('revokes what it has made of whoever holds it: nothing of its share is kept [AVL-1] [LIFE-3]', () => {
    const driver = driverOf();
    const badge = driver.handle(client, 'handle.Handle.CreateBadge', {}, 'badge');
    const there = sendHandle(driver, client, server, local(badge));

    terminate(driver, server, 'client');

    expect(handlesOf(driver, 1)[there]).toMatchObject({ parent: undefined, live: false });
    expect(kindsOf(driver, 0)).toEqual([]);
  });
});

describe('the end of a parent', () => {
  it('leaves its children running, and those that do not run are gone [LIFE-1] [LIFE-3]', () => {
    const driver = driverOf();
    startedChild(driver, client, { name: 'runs' });
    loadedChild(driver, client, { name: 'waits' });

    driver.act(client, service('task.Task.Exit'));

    expect(stagesOf(driver)).toEqual({
      client: 'ended',
      server: 'running',
      'client/runs': 'running',
    });
    expect(driver.kernel.ready(driver.state)).toEqual([server, child]);
  });

  it('lets a child leave its place at its own end, as nobody holds it [LIFE-1] [AVL-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);
    driver.act(client, service('task.Task.Exit'));

    driver.act(child, trap);

    expect(stagesOf(driver)).toEqual({ client: 'ended', server: 'running' });
  });

  it('leaves its children to the family: a restarted parent finds them by name [LIFE-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);
    const task = opened(driver, server, 'client');
    driver.done(server, 'task.Task.Terminate', { task });
    load(driver, server, task.number, 'Client');
    driver.done(server, 'task.Task.Resume', { task });

    driver.done(client, 'task.Task.Open', { name: 'kid' });

    expect(handlesOf(driver, 0).at(-1)).toMatchObject({ rights: 0xffff_ffff, live: true });
  });
});

describe('the place of a process', () => {
  const one = { ...spacious, processes: 1 };

  it('is taken while it is held, though the process has ended, and free when nobody holds it [LIFE-1] [AVL-1]', () => {
    const driver = driverOf(all, one);
    const task = local(startedChild(driver, client));
    driver.done(client, 'task.Task.Terminate', { task });
    const next = { name: 'next', eiid: 't.Server', path: '' };
    const held = tried(driver, client, 'task.Task.Create', next);

    driver.done(client, 'handle.Handle.Close', { handle: task });
    const free = tried(driver, client, 'task.Task.Create', next);

    expect([held, free]).toEqual([refusedFor('processesFull'), { outcome: 'done', same: false }]);
    expect(stagesOf(driver)).toEqual({
      client: 'running',
      server: 'running',
      'client/next': 'created',
    });
  });

  it('of a process of init.yaml stays its own for ever [LIFE-1]', () => {
    const driver = driverOf();

    driver.act(server, service('task.Task.Exit'));

    expect(stagesOf(driver)).toEqual({ client: 'running', server: 'ended' });
    expect(opened(driver, client, 'server').kind).toBe('localHandle');
  });

  it('gives whoever takes it next a fresh context, also where it was changed after the end of the last [LIFE-2]', () => {
    const policy = `${gate}
request dst=kl.core.Core endpoint=task.Task method=GetExitStatus { gate.init { sid : message.task.handle } }`;
    const driver = driverOf(policy, one);
    const task = local(startedChild(driver, client));
    const sid = sidBy(driver, client, task.number);
    driver.done(client, 'task.Task.Terminate', { task });
    driver.done(client, 'task.Task.GetExitStatus', { task });
    const changed = gateOf(driver.state);

    driver.done(client, 'handle.Handle.Close', { handle: task });

    expect(changed).toEqual({ gate: { [sid]: 'shut' } });
    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it('gives whoever takes it next a listener with a fresh context [LIFE-2]', () => {
    const policy = `${gate}
request src=t.Server dst=kl.core.Core endpoint=handle.Handle method=GetSidByHandle { gate.init { sid : message.handle.handle } }`;
    const driver = driverOf(policy, one);
    const task = local(startedChild(driver, client));
    const sid = sidBy(driver, threadOf(2, one), 1);
    const changed = gateOf(driver.state);
    driver.done(client, 'task.Task.Terminate', { task });

    driver.done(client, 'handle.Handle.Close', { handle: task });

    expect(changed).toEqual({ gate: { [sid]: 'shut' } });
    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it('gives whoever takes it next nothing of the channels that led to the last [CAP-1] [LIFE-1]', () => {
    const driver = driverOf();
    const from = local(
      loadedChild(driver, client, { name: 'from', eiid: 't.Client', path: 'Client' }),
    );
    const to = local(startedChild(driver, client, { name: 'to' }));
    driver.done(client, 'task.Task.Connect', { client: from, server: to, name: 'link' });
    driver.done(client, 'task.Task.Resume', { task: from });
    driver.done(client, 'task.Task.Terminate', { task: to });
    driver.done(client, 'handle.Handle.Close', { handle: to });

    startedChild(driver, client, { name: 'next' });
    const step = driver.act(child, call('Note', {}, { handle: 2 }));

    expect(short(step.outcome)).toBe('refused notConnected');
  });

  it('gives whoever takes it next nothing of the channels that were noted to the last [CAP-1] [LIFE-1]', () => {
    const driver = driverOf();
    const from = local(
      loadedChild(driver, client, { name: 'from', eiid: 't.Client', path: 'Client' }),
    );
    const to = local(loadedChild(driver, client, { name: 'to' }));
    driver.done(client, 'task.Task.Connect', { client: from, server: to, name: 'link' });
    driver.done(client, 'handle.Handle.Close', { handle: to });
    startedChild(driver, client, { name: 'next' });

    driver.done(client, 'task.Task.Resume', { task: from });
    const step = driver.act(child, call('Note', {}, { handle: 2 }));

    expect(['refused notConnected', 'refused badHandle']).toContain(short(step.outcome));
  });

  it('gives whoever takes it next no calls of the resources that the last provided [CAP-1] [LIFE-1]', () => {
    const driver = driverOf();
    const from = local(loadedChild(driver, client, { name: 'from' }));
    const to = opened(driver, client, 'server');
    driver.done(client, 'task.Task.Connect', { client: from, server: to, name: 'link' });
    driver.done(client, 'task.Task.Resume', { task: from });
    const fields = { rights: 0xffff_ffffn, ipcChannel: local(1), riid: 0n };
    const object = local(driver.handle(child, 'handle.Handle.CreateUserObject', fields));
    driver.act(server, recv);
    driver.act(child, call('Send', { handle: object }, { handle: 2 }));
    driver.act(server, reply());
    driver.done(client, 'task.Task.Terminate', { task: from });
    driver.done(client, 'handle.Handle.Close', { handle: from });

    startedChild(driver, client, { name: 'next' });
    const step = driver.act(server, call('Note', {}, { handle: 2, endpoint: '' }));

    expect(short(step.outcome)).toBe('refused handleRevoked');
  });

  it('tells nobody of its next process who watched the last [CAP-1] [LIFE-1]', () => {
    const driver = driverOf();
    const task = local(startedChild(driver, client));
    const notice = local(driver.handle(client, 'notice.Notice.Create', {}, 'notice'));
    driver.done(client, 'notice.Notice.SubscribeToObject', {
      notice,
      object: task,
      eventMask: 0x1_0000n,
      eventId: 1n,
    });
    driver.done(client, 'task.Task.Terminate', { task });
    driver.done(client, 'notice.Notice.GetEvent', { notice, msecs: 1n });
    driver.done(client, 'handle.Handle.Close', { handle: task });

    startedChild(driver, client, { name: 'next' });
    driver.act(child, trap);
    const step = driver.act(client, service('notice.Notice.GetEvent', { notice, msecs: 1n }));

    expect(short(step.outcome)).toBe('blocked');
  });
});

describe('a thread', () => {
  it('is not handed to another process, which would keep its place beyond its end [AVL-1] [ISO-1]', () => {
    const driver = driverOf();
    const own = driver.handle(client, 'thread.Thread.OpenCurrent', {}, 'thread');

    const step = driver.act(client, call('Send', { handle: local(own) }));

    expect(short(step.outcome)).toBe('refused rightsMissing');
  });

  it('that its process holds beyond its end goes with the process, which starts anew [LIFE-1] [AVL-1]', () => {
    const limits = { ...spacious, threads: 1 };
    const driver = driverOf(all, limits);
    const [own, other] = [threadOf(0, limits), threadOf(1, limits)] as const;
    driver.handle(own, 'thread.Thread.OpenCurrent', {}, 'thread');
    const task = opened(driver, other, 'client');
    driver.done(other, 'task.Task.Terminate', { task });
    load(driver, other, task.number, 'Client');

    driver.done(other, 'task.Task.Resume', { task });

    expect(stagesOf(driver)['client']).toBe('running');
  });
});

describe('the share of a family', () => {
  it('is not another’s: who takes all of its own leaves others theirs [AVL-1] [ISO-3]', () => {
    const driver = driverOf();
    for (const name of ['a', 'b']) startedChild(driver, client, { name });
    const full = tried(driver, second, 'task.Task.Create', { name: 'c', eiid: 't.Server' });

    const task = startedChild(driver, server);

    expect(full).toEqual(refusedFor('processesFull'));
    expect(handlesOf(driver, 1)[task]).toMatchObject({ live: true });
    expect(stagesOf(driver)['server/kid']).toBe('running');
  });
});
