import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  call,
  completionOf,
  judgedIn,
  kernelOf,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const sleep = (msecs: bigint) => service('thread.Thread.Sleep', { msecs });
const begin = (policy = all, limits = roomy) => new Driver(kernelOf(policy, { limits }));

describe('thread.Thread.Sleep', () => {
  it('blocks until the time is over, and its response is judged then [IPC-3]', () => {
    const driver = begin();

    const blocked = driver.act(client, sleep(2n));
    const early = driver.tick();
    const late = driver.tick();

    expect(blocked.outcome).toEqual({ kind: 'blocked' });
    expect(driver.kernel.isTimed(blocked.next)).toBe(true);
    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, client))).toBe('done');
    expect(judgedIn(late)).toEqual(['response Sleep']);
  });

  it('is done at once, where it is no time [IPC-3]', () => {
    const driver = begin();

    const step = driver.act(client, sleep(0n));

    expect(short(step.outcome)).toBe('done');
    expect(step.next.objects).toBe(driver.before.objects);
  });

  it('lasts whole ticks, and for ever where it is told so [IPC-3]', () => {
    const driver = begin(all, { ...roomy, msecsPerTick: 10 });
    driver.act(client, sleep(11n));
    driver.act(server, sleep(0xffff_ffffn));

    const completions = [driver.tick(), driver.tick(), driver.tick()].map((step) =>
      step.completions.map(({ of }) => of),
    );

    expect(completions).toEqual([[], [client], []]);
    expect(driver.kernel.isTimed(driver.state)).toBe(false);
  });

  it('lasts as many ticks as waits are told apart by, where it is longer [IPC-3]', () => {
    const driver = begin(all, { ...roomy, ticks: 3 });
    driver.act(client, sleep(50n));

    const completions = [1, 2, 3].map(() => driver.tick().completions.length);

    expect(completions).toEqual([0, 0, 1]);
  });

  it('ends for several in the order of the threads [IPC-3]', () => {
    const driver = begin();
    driver.act(server, sleep(1n));
    driver.act(client, sleep(1n));

    expect(driver.tick().completions.map(({ of }) => of)).toEqual([client, server]);
  });

  it('moves the context by its response, when it completes [IPC-3] [KSS-1]', () => {
    const rested = `policy object rest : Flow {
        type State = "tired" | "rested"
        config = { states : ["tired", "rested"], initial : "tired", transitions : { "tired" : ["rested"] } }
      }
      execute dst=t.Client { rest.init { sid : dst_sid } }
      execute dst=t.Server { grant () }
      execute src=kl.core.Core { grant () }
      request dst=kl.core.Core { grant () }
      response src=kl.core.Core { rest.enter { sid : dst_sid, state : "rested" } }
      request dst=t.Server { rest.allow { sid : src_sid, states : ["rested"] } }`;
    const driver = begin(rested);
    driver.act(client, sleep(1n));
    driver.tick();

    expect(short(driver.act(client, call('Note')).outcome)).toBe('blocked');
  });

  it('is denied where its response is, when it completes [IPC-3]', () => {
    const driver = begin(withholding('thread.Thread', 'Sleep'));
    driver.act(client, sleep(1n));

    const step = driver.tick();

    expect(completionOf(step, client)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(driver.kernel.ready(step.next)).toContain(client);
  });
});
