import { describe, expect, it } from 'vitest';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  judgedIn,
  kernelOf,
  outputsOf,
  refusedService,
  roomy,
  service,
  short,
  threadOf,
  withholding,
} from '../../test-kernel.ts';

const [client, server] = [threadOf(0, roomy), threadOf(1, roomy)] as const;
const forEver = 0xffff_ffffn;
const begin = (policy = all) => new Driver(kernelOf(policy, { limits: roomy }));

const connect = (name: string) =>
  service('cm.CM.Connect', { server: 'server', service: name, msecs: forEver });
const listen = (filter = '', msecs = forEver) => service('cm.CM.Listen', { filter, msecs });

describe('cm.CM.Listen', () => {
  it('tells of a client that asks already, and of its service [IPC-3]', () => {
    const driver = begin();
    driver.act(client, connect('files'));

    const outputs = outputsOf(driver.act(server, listen('fil', 0n)).outcome);

    expect([outputs.get('client'), outputs.get('service')]).toEqual(['client', 'files']);
  });

  it('tells of each client once [IPC-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, connect('b'));
    driver.act(client, connect('a'));

    const heard = [1, 2, 3].map(() => driver.act(server, listen('', 0n)));

    expect(heard.map(({ outcome }) => short(outcome))).toEqual([
      'done',
      'done',
      'refused timedOut',
    ]);
    expect(heard.slice(0, 2).map(({ outcome }) => outputsOf(outcome).get('service'))).toEqual([
      'a',
      'b',
    ]);
  });

  it('blocks until such a client asks, and its response is judged then [IPC-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);

    const blocked = driver.act(server, listen('files'));
    const other = driver.act(second, connect('net'));
    const step = driver.act(client, connect('files.big'));

    expect(blocked.outcome).toEqual({ kind: 'blocked' });
    expect(other.completions).toEqual([]);
    expect(outputsOf(completionOf(step, server) ?? step.outcome).get('service')).toBe('files.big');
    expect(judgedIn(step)).toEqual(['request Connect', 'response Listen']);
  });

  it('tells only those of whom the channel is asked [ISO-1]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, listen());

    const step = driver.act(client, connect('files'));

    expect(step.completions).toEqual([]);
  });

  it('ends with timedOut where the time is over [IPC-3]', () => {
    const driver = begin();
    driver.act(server, listen('', 2n));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, server))).toBe('refused timedOut');
  });

  it('is denied where its response is, when it completes; the client asks on [IPC-3]', () => {
    const driver = begin(withholding('cm.CM', 'Listen'));
    driver.act(server, listen());

    const step = driver.act(client, connect('files'));

    expect(step.outcome).toEqual({ kind: 'blocked' });
    expect(completionOf(step, server)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(driver.kernel.facts(step.next).threads).toMatchObject([
      { waits: 'forKernel' },
      { waits: 'no' },
    ]);
  });

  it('refuses timedOut at once, where nobody asks and it is given no time [IPC-3]', () => {
    expect(refusedService(begin(), server, 'cm.CM.Listen', {})).toBe('timedOut');
  });
});
