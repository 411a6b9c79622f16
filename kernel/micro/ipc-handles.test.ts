import { describe, expect, it } from 'vitest';
import { sidOf } from '../../model/ids.ts';
import type { Value } from '../../model/value.ts';
import {
  Driver,
  all,
  anotherThread,
  call,
  completionOf,
  entryOf,
  give,
  handleIn,
  kernelOf,
  lend,
  lendingProcesses as files,
  local,
  recv,
  refusalOf,
  refusedService,
  reply,
  roomy,
  service,
  short,
  threadOf,
} from './test-kernel.ts';

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

const begin = (more = {}) => new Driver(kernelOf(all, { files, limits: { ...roomy, ...more } }));
const object = (driver: Driver, by = client, rights = 0xffff_ffffn) =>
  driver.handle(by, 'handle.Handle.CreateUserObject', { rights });

describe('a handle in a request', () => {
  it('comes as a new handle of the server, derived from that of the client [CAP-1] [CAP-2]', () => {
    const driver = begin();
    const own = object(driver);

    const there = lend(driver, client, server, local(own));

    const sent = entryOf(driver, 0, own);
    expect(there).toEqual(local(3));
    expect(entryOf(driver, 2, 3)).toMatchObject({ sid: sent?.sid, isInTransit: false });
    expect(driver.kernel.facts(driver.state).handles).toContainEqual(
      expect.objectContaining({ process: 2, number: 3, parent: { process: 0, number: own } }),
    );
  });

  it.each([
    [0xffff_ffffn, 0x2, 0x2],
    [0x2n, 0xffff_ffff, 0x2],
    [0x8000_0002n, 0x8000_0001, 0x8000_0000],
  ])(
    'has the rights that both it and the loan have: %s and %s make %s [CAP-1]',
    (has, lent, gets) => {
      const driver = begin();
      const own = object(driver, client, has);

      const there = lend(driver, client, server, local(own, lent));

      expect(there.rights).toBe(gets);
      expect(entryOf(driver, 2, there.number)?.rights).toBe(gets);
    },
  );

  it('never has more rights further on than before [CAP-1]', () => {
    const driver = begin();
    const there = lend(driver, client, server, local(object(driver), 0xf));

    const further = lend(driver, server, third, local(there.number));

    expect(further.rights).toBe(0xf);
  });

  it('is refused without the transfer right [CAP-1]', () => {
    const driver = begin();
    const own = object(driver, client, 0xffff_fffdn);

    expect(refusalOf(driver, client, call('Lend', { one: local(own) }))).toBe('rightsMissing');
  });

  it('that names nothing, among others that do, has all refused [CAP-1]', () => {
    const driver = begin();
    const lends = call('Lend', { one: local(object(driver)), two: local(9) });

    expect(refusalOf(driver, client, lends)).toBe('badHandle');
  });

  it.each<readonly [string, Value]>([
    ['a SID', { kind: 'handle', sid: sidOf(1), rights: 0 }],
    ['a SID that stands for nothing', { kind: 'handle', sid: sidOf(60_000), rights: 1 }],
  ])('that is forged as %s is refused [CAP-1]', (_, one) => {
    expect(refusalOf(begin(), client, call('Lend', { one }))).toBe('badHandle');
  });

  it('that is forged is refused in a message to the kernel too [CAP-1]', () => {
    const handle: Value = { kind: 'handle', sid: sidOf(6), rights: 0 };

    expect(refusedService(begin(), client, 'handle.Handle.Close', { handle })).toBe('badHandle');
  });

  it('may be the null handle, which stays one [CAP-1]', () => {
    const driver = begin();
    const one: Value = { kind: 'handle', sid: sidOf(0), rights: 0 };
    driver.act(client, call('Lend', { one }));

    const step = driver.act(server, recv);

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects.handles[2]).toHaveLength(3);
  });

  it('that was revoked is refused [CAP-2]', () => {
    const driver = begin();
    const own = object(driver);
    const there = lend(driver, client, server, local(own));
    driver.done(client, 'handle.Handle.Revoke', { handle: local(own) });

    expect(refusalOf(driver, server, call('Lend', { one: local(there.number) }))).toBe(
      'handleRevoked',
    );
  });

  it('may come twice, as two handles [CAP-1]', () => {
    const driver = begin();
    const own = local(object(driver));
    driver.act(client, call('Lend', { one: own, two: own }));

    const { outcome } = driver.act(server, recv);

    expect([handleIn(outcome, 'one').number, handleIn(outcome, 'two').number]).toEqual([3, 4]);
  });
});

describe('a handle in transit', () => {
  /** A handle of the client that waits in the server's table for a thread that takes it. */
  const inTransit = () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    const own = object(driver);
    driver.act(second, call('Lend', { one: local(own) }, { timeout: 1 }));
    return { driver, second, own };
  };

  it('is no use to the server yet: no service, no call, no transfer finds it [CAP-1]', () => {
    const { driver } = inTransit();

    const refusals = [
      refusedService(driver, server, 'handle.Handle.Close', { handle: local(3) }),
      refusedService(driver, server, 'handle.Handle.Copy', { inHandle: local(3) }),
      refusalOf(driver, server, call('Note', {}, { handle: 3 })),
      refusalOf(driver, server, call('Lend', { one: local(3) })),
    ];

    expect(entryOf(driver, 2, 3)).toMatchObject({ isInTransit: true });
    expect(refusals).toEqual(['badHandle', 'badHandle', 'badHandle', 'badHandle']);
  });

  it('is the server’s own once the request was taken, and stays when the call ends [CAP-1]', () => {
    const { driver } = inTransit();
    driver.act(server, recv);

    const step = driver.tick();

    expect(step.completions).toHaveLength(1);
    expect(entryOf(driver, 2, 3)).toMatchObject({ isInTransit: false });
  });

  it('is withdrawn where the call is aborted before [CAP-1]', () => {
    const { driver, second } = inTransit();

    const step = driver.tick();

    expect(short(completionOf(step, second))).toBe('refused timedOut');
    expect(step.next.objects.handles[2]).toHaveLength(3);
  });

  it('holds the resource: what the client closes meanwhile is not destroyed [CAP-3]', () => {
    const { driver, own } = inTransit();

    driver.done(client, 'handle.Handle.Close', { handle: local(own) });
    const taken = driver.act(server, recv);

    expect(taken.next.objects.resources[0]).toHaveLength(1);
    expect(entryOf(driver, 2, 3)).toMatchObject({ parent: undefined });
  });

  it('destroys the resource, where it is the last handle and is withdrawn [CAP-3]', () => {
    const { driver, own } = inTransit();
    driver.done(client, 'handle.Handle.Close', { handle: local(own) });

    const step = driver.tick();

    expect(step.next.objects.resources[0]).toEqual([]);
  });

  it('that is revoked arrives revoked [CAP-2]', () => {
    const { driver, own } = inTransit();
    driver.done(client, 'handle.Handle.Revoke', { handle: local(own) });

    driver.act(server, recv);

    expect(
      refusedService(driver, server, 'handle.Handle.GetSidByHandle', { handle: local(3) }),
    ).toBe('handleRevoked');
    expect(driver.state.objects.resources[0]).toEqual([]);
  });
});

describe('the share of a channel', () => {
  it('is refused beyond its limit with transfersFull, and others have theirs [AVL-1]', () => {
    const driver = begin({ transfers: 1 });
    lend(driver, client, server, local(1));

    expect(refusalOf(driver, client, call('Lend', { one: local(1) }))).toBe('transfersFull');
    expect(lend(driver, other, server, local(1)).number).toBe(4);
  });

  it('counts the handles of one message together [AVL-1]', () => {
    const driver = begin({ transfers: 1 });

    expect(refusalOf(driver, client, call('Lend', { one: local(1), two: local(1) }))).toBe(
      'transfersFull',
    );
  });

  it('counts what is in transit [AVL-1]', () => {
    const driver = begin({ transfers: 1 });
    const second = anotherThread(driver, client);
    driver.act(second, call('Lend', { one: local(1) }));

    expect(refusalOf(driver, client, call('Lend', { one: local(1) }))).toBe('transfersFull');
  });

  it('is free again when the server closes what was brought, or the call ends before [AVL-1]', () => {
    const driver = begin({ transfers: 1 });
    const there = lend(driver, client, server, local(1));
    driver.done(server, 'handle.Handle.Close', { handle: local(there.number) });
    driver.act(client, call('Lend', { one: local(1) }, { timeout: 1 }));
    driver.tick();

    expect(lend(driver, client, server, local(1)).number).toBe(there.number);
  });

  it('holds for the table of the client, for what comes in answers [AVL-1]', () => {
    const driver = begin({ transfers: 1 });
    give(driver, server, client, local(1));
    driver.act(client, call('Give'));
    driver.act(server, recv);

    expect(refusalOf(driver, server, reply('response', { one: local(1) }))).toBe('transfersFull');
    expect(driver.kernel.facts(driver.state).threads[2]).toMatchObject({ serves: client });
  });

  it('is not used by a handle that comes back [AVL-1]', () => {
    const driver = begin({ transfers: 1 });
    const own = object(driver, server);
    const there = give(driver, server, client, local(own));
    lend(driver, client, server, local(1));

    expect(lend(driver, client, server, local(there.number)).number).toBe(own);
  });
});

describe('a full table', () => {
  it('of the server has a request refused, before anything is judged [AVL-1]', () => {
    const driver = begin({ handles: 3 });
    const step = () => driver.act(client, call('Lend', { one: local(1) }));

    expect(step().outcome).toMatchObject({ because: 'tableFull' });
    expect(driver.last?.events).toEqual([]);
    expect(driver.act(client, call('Note')).outcome.kind).toBe('blocked');
  });

  it('of the client has an answer refused; the server answers without [AVL-1]', () => {
    const driver = begin({ handles: 3 });
    driver.done(client, 'thread.Thread.OpenCurrent');
    driver.act(client, call('Give'));
    driver.act(server, recv);

    const refused = refusalOf(driver, server, reply('response', { one: local(1) }));
    const step = driver.act(server, reply());

    expect(refused).toBe('tableFull');
    expect(short(completionOf(step, client))).toBe('done');
  });

  it('takes a handle that comes back all the same [AVL-1]', () => {
    const driver = begin({ handles: 4 });
    const own = object(driver, server);
    const there = give(driver, server, client, local(own));

    expect(lend(driver, client, server, local(there.number)).number).toBe(own);
  });
});

describe('a closed handle', () => {
  it('leaves what was derived from it to its own parent [CAP-3]', () => {
    const driver = begin();
    const own = object(driver);
    const there = lend(driver, client, server, local(own));
    const further = lend(driver, server, third, local(there.number));

    driver.done(server, 'handle.Handle.Close', { handle: local(there.number) });

    const { handles } = driver.kernel.facts(driver.state);
    expect(
      handles.find(({ process, number }) => process === 3 && number === further.number)?.parent,
    ).toEqual({ process: 0, number: own });
  });

  it('has its number taken by what comes next, from which nothing old descends [CAP-3]', () => {
    const driver = begin();
    const own = object(driver);
    const there = lend(driver, client, server, local(own));
    const further = lend(driver, server, third, local(there.number));
    driver.done(server, 'handle.Handle.Close', { handle: local(there.number) });
    const next = object(driver, server);

    driver.done(server, 'handle.Handle.Revoke', { handle: local(next) });

    expect(next).toBe(there.number);
    expect(entryOf(driver, 3, further.number)).toMatchObject({ isRevoked: false });
  });

  it('destroys the resource where it was the last [CAP-3]', () => {
    const driver = begin();
    const own = object(driver);
    const there = lend(driver, client, server, local(own));

    driver.done(client, 'handle.Handle.Close', { handle: local(own) });
    const held = driver.state.objects.resources[0];
    driver.act(server, service('handle.Handle.Close', { handle: local(there.number) }));

    expect(held).toHaveLength(1);
    expect(driver.state.objects.resources[0]).toEqual([]);
  });
});
