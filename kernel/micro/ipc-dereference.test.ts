import { describe, expect, it } from 'vitest';
import { nullHandle } from '../carried.ts';
import {
  Driver,
  all,
  call,
  entryOf,
  give,
  kernelOf,
  lend,
  lendingProcesses as files,
  local,
  recv,
  refusalOf,
  roomy,
  threadOf,
} from './test-kernel.ts';

const [client, other, server, third] = [
  threadOf(0, roomy),
  threadOf(1, roomy),
  threadOf(2, roomy),
  threadOf(3, roomy),
] as const;

/** An object of the server by its handle 3, with the context 5. */
const begin = () => {
  const driver = new Driver(kernelOf(all, { files, limits: roomy }));
  const fields = { rights: 0xffff_ffffn, context: 5n };
  const own = driver.handle(server, 'handle.Handle.CreateUserObject', fields);
  const badge = (context: bigint, by = server) =>
    driver.handle(by, 'handle.Handle.CreateBadge', { context }, 'badge');
  return { driver, own, badge };
};

const copyOf = (driver: Driver, by: typeof client, number: number, badge?: number) =>
  driver.handle(
    by,
    'handle.Handle.Copy',
    {
      inHandle: local(number),
      newRightsMask: 0xffff_ffffn,
      ...(badge === undefined ? {} : { copyBadge: local(badge) }),
    },
    'outHandle',
  );

describe('a handle that comes back to its provider', () => {
  it('is dereferenced: no handle is made, and the provider sees its own number [CAP-1]', () => {
    const { driver, own } = begin();
    const there = give(driver, server, client, local(own));
    const before = driver.state.objects.handles[2]?.length;

    const back = lend(driver, client, server, local(there.number));

    expect(back.number).toBe(own);
    expect(driver.state.objects.handles[2]).toHaveLength(before ?? 0);
  });

  it('tells the context of the object, where no badge is on its way [CAP-1]', () => {
    const { driver, own } = begin();
    const there = give(driver, server, client, local(own));

    expect(lend(driver, client, server, local(there.number)).context).toBe(5n);
  });

  it('tells the context of the badge that marked its transfer [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const marked = give(driver, server, client, local(own, 0xffff_ffff, badge(70n)));
    const plain = give(driver, server, client, local(own));

    const contexts = [marked, plain].map(
      ({ number }) => lend(driver, client, server, local(number)).context,
    );

    expect(contexts).toEqual([70n, 5n]);
  });

  it('tells apart two clients by the badges of their transfers [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const one = give(driver, server, client, local(own, 0xffff_ffff, badge(1n)));
    const two = give(driver, server, other, local(own, 0xffff_ffff, badge(2n)));

    expect(lend(driver, client, server, local(one.number)).context).toBe(1n);
    expect(lend(driver, other, server, local(two.number)).context).toBe(2n);
  });

  it('tells of the badge also for a copy of the handle that bore it [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const marked = give(driver, server, client, local(own, 0xffff_ffff, badge(70n)));

    const copy = copyOf(driver, client, marked.number);

    expect(lend(driver, client, server, local(copy)).context).toBe(70n);
  });

  it('tells the nearest of several badges, counted from the handle that comes back [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const far = give(driver, server, client, local(own, 0xffff_ffff, badge(70n)));
    const lent = give(driver, server, client, local(badge(71n)));
    const near = copyOf(driver, client, far.number, lent.number);

    expect(lend(driver, client, server, local(near)).context).toBe(71n);
  });

  it('tells of no badge that another process has made: no client says what the provider is told [CAP-1] [GATE-1]', () => {
    const { driver, own, badge } = begin();
    const marked = give(driver, server, client, local(own, 0xffff_ffff, badge(70n)));
    const plain = give(driver, server, client, local(own));
    const forged = badge(99n, client);

    const contexts = [marked, plain].map(({ number }) => {
      const copy = copyOf(driver, client, number, forged);
      return lend(driver, client, server, local(copy)).context;
    });

    expect(contexts).toEqual([70n, 5n]);
  });

  it('tells of no badge that its provider marked its own copy with, which is not on the way [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const second = copyOf(driver, server, own, badge(70n));
    const there = give(driver, server, client, local(second));

    const back = lend(driver, client, server, local(there.number));

    expect([back.number, back.context]).toEqual([second, 5n]);
  });

  it('tells of the badge though the handle that bore it is closed: what it marked stays marked [CAP-1] [CAP-3]', () => {
    const { driver, own, badge } = begin();
    const marked = give(driver, server, client, local(own, 0xffff_ffff, badge(70n)));
    const copy = copyOf(driver, client, marked.number);
    driver.done(client, 'handle.Handle.Close', { handle: local(marked.number) });

    expect(lend(driver, client, server, local(copy)).context).toBe(70n);
  });

  it('tells of its badge as long as it bears it, though nobody holds that: its SID is not free [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const old = badge(70n);
    const marked = give(driver, server, client, local(own, 0xffff_ffff, old));
    driver.done(server, 'handle.Handle.Close', { handle: local(old) });

    const before = lend(driver, client, server, local(marked.number)).context;
    const fresh = badge(71n);

    expect([before, fresh]).toEqual([70n, old]);
    expect(lend(driver, client, server, local(marked.number)).context).toBe(70n);
  });

  it('has the rights of the handle that was sent, and what was lent of them [CAP-1]', () => {
    const { driver, own } = begin();
    const there = give(driver, server, client, local(own, 0xff));

    const back = lend(driver, client, server, local(there.number, 0x3));

    expect(back.rights).toBe(0x3);
    expect(entryOf(driver, 2, own)?.rights).toBe(0xffff_ffff);
  });

  it('comes to the handle from which it was derived, of several to one object [CAP-1]', () => {
    const { driver, own } = begin();
    const second = copyOf(driver, server, own);
    const there = give(driver, server, client, local(second));

    expect(lend(driver, client, server, local(there.number)).number).toBe(second);
  });

  it('is found over a process between [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const object = driver.handle(third, 'handle.Handle.CreateUserObject', {
      rights: 0xffff_ffffn,
      context: 9n,
    });
    const there = give(driver, third, server, local(object));
    const mark = local(there.number, 0xffff_ffff, badge(80n));
    const further = give(driver, server, client, mark);

    // The server gets its own back, and passes it on to the provider, whose handle it descends from.
    const between = lend(driver, client, server, local(further.number));
    const back = lend(driver, server, third, local(between.number));

    expect([between.number, back.number]).toEqual([there.number, object]);
    expect([between.context, back.context]).toEqual([80n, 9n]);
    expect(own).not.toBe(there.number);
  });

  it('tells whoever stands between nothing that the maker of the object has said of it [CAP-1] [GATE-1]', () => {
    const { driver } = begin();
    const object = driver.handle(third, 'handle.Handle.CreateUserObject', {
      rights: 0xffff_ffffn,
      context: 9n,
    });
    const there = give(driver, third, server, local(object));
    const further = give(driver, server, client, local(there.number));

    const between = lend(driver, client, server, local(further.number));

    expect([between.number, between.context]).toEqual([there.number, 0n]);
  });

  it('tells of none once the provider has closed its own, whose number may name another thing [CAP-1]', () => {
    const { driver, own } = begin();
    const there = give(driver, server, client, local(own));
    driver.act(client, call('Lend', { one: local(there.number) }));
    driver.done(server, 'handle.Handle.Close', { handle: local(own) });
    const fresh = driver.handle(server, 'handle.Handle.CreateUserObject', { rights: 1n });

    const { outcome } = driver.act(server, recv);
    const isReceived = outcome.kind === 'done' && outcome.result.kind === 'received';
    const message = isReceived ? outcome.result.message : undefined;

    expect(fresh).toBe(own);
    expect(message?.fields.get('one')).toEqual(nullHandle);
  });

  it('is a new handle to whoever holds no ancestor of it [CAP-1]', () => {
    const { driver, own } = begin();
    const there = give(driver, server, client, local(own));
    const further = lend(driver, server, third, local(own));

    expect(entryOf(driver, 0, there.number)?.sid).toBe(entryOf(driver, 3, further.number)?.sid);
    expect(further.context).toBeUndefined();
  });
});

describe('a badge', () => {
  it.each([
    ['badHandle', 9],
    ['wrongType', 1],
  ])('that is none has the request refused: %s [CAP-1]', (because, number) => {
    const { driver } = begin();
    const intent = call('Lend', { one: local(1, 0xffff_ffff, number) });

    expect(refusalOf(driver, client, intent)).toBe(because);
  });

  it('that was revoked has the request refused [CAP-2]', () => {
    const { driver, badge } = begin();
    const own = badge(1n);
    const held = give(driver, server, client, local(own));
    driver.done(server, 'handle.Handle.Revoke', { handle: local(own) });
    const intent = call('Lend', { one: local(1, 0xffff_ffff, held.number) });

    expect(refusalOf(driver, client, intent)).toBe('handleRevoked');
  });

  it('of another process marks as well, once it was lent [CAP-1]', () => {
    const { driver, own, badge } = begin();
    const lent = give(driver, server, client, local(badge(70n)));
    const there = give(driver, server, client, local(own));
    const near = copyOf(driver, client, there.number, lent.number);

    expect(lend(driver, client, server, local(near)).context).toBe(70n);
  });

  it('is no more once its maker has ended, though others have marked their own handles with it [CAP-2] [AVL-1]', () => {
    const { driver, badge } = begin();
    const lent = give(driver, server, client, local(badge(70n)));
    const own = driver.handle(client, 'handle.Handle.CreateUserObject', { rights: 0xffff_ffffn });
    const marked = copyOf(driver, client, own, lent.number);

    driver.act(server, { kind: 'trap', code: 1 });

    expect(entryOf(driver, 0, marked)).toMatchObject({ marks: [], isRevoked: false });
    expect(driver.state.objects.resources[2]).toEqual([]);
  });
});
