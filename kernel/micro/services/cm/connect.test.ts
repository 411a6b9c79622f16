import { describe, expect, it } from 'vitest';
import type { Value } from '../../../../model/value.ts';
import {
  Driver,
  all,
  anotherThread,
  completionOf,
  judgedIn,
  kernelOf,
  local,
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
const begin = (policy = all, limits = roomy) => new Driver(kernelOf(policy, { limits }));

const asked = (more: Readonly<Record<string, Value>> = {}) => ({
  server: 'server',
  service: 'files',
  msecs: forEver,
  ...more,
});
const connect = service('cm.CM.Connect', asked());
const accept = service('cm.CM.Accept', { client: 'client', service: 'files', id: 7n });

describe('cm.CM.Connect', () => {
  it('blocks until the server accepts, and gives the client its handle and the number [IPC-3]', () => {
    const driver = begin();

    const blocked = driver.act(client, connect);
    const step = driver.act(server, accept);

    expect(blocked.outcome).toEqual({ kind: 'blocked' });
    const outputs = outputsOf(completionOf(step, client) ?? step.outcome);
    expect([outputs.get('handle'), outputs.get('id')]).toEqual([local(2), 7n]);
    expect(step.next.objects.handles[0]?.[2]).toMatchObject({ rights: 0x1_0007 });
    expect(judgedIn(step)).toEqual(['request Accept', 'response Accept', 'response Connect']);
  });

  it('makes the channel in the share of the client [AVL-1] [LBL-2]', () => {
    const driver = begin();
    driver.act(client, connect);

    const step = driver.act(server, accept);

    expect(step.next.objects.resources).toMatchObject([
      [{ kind: 'channel', client: 0, server: 1, isAccepted: true }],
      [],
    ]);
  });

  it('tells a thread of the server that listens for such a service [IPC-3]', () => {
    const driver = begin();
    driver.act(server, service('cm.CM.Listen', { filter: 'fi', msecs: forEver }));

    const step = driver.act(client, connect);

    const outputs = outputsOf(completionOf(step, server) ?? step.outcome);
    expect([outputs.get('client'), outputs.get('service')]).toEqual(['client', 'files']);
  });

  it('tells the first thread that listens for it, and no other [IPC-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, server);
    const third = anotherThread(driver, server);
    driver.act(server, service('cm.CM.Listen', { filter: 'net', msecs: forEver }));
    driver.act(third, service('cm.CM.Listen', { filter: '', msecs: forEver }));
    driver.act(second, service('cm.CM.Listen', { filter: 'files', msecs: forEver }));

    const step = driver.act(client, connect);

    expect(step.completions.map(({ of }) => of)).toEqual([second]);
  });

  it('ends with dropped where the server drops it [IPC-3]', () => {
    const driver = begin();
    driver.act(client, connect);

    const step = driver.act(server, service('cm.CM.Drop', { client: 'client', service: 'files' }));

    expect(short(completionOf(step, client))).toBe('refused dropped');
  });

  it('ends with timedOut where the time is over, and cannot be accepted then [IPC-3]', () => {
    const driver = begin();
    driver.act(client, service('cm.CM.Connect', asked({ msecs: 2n })));

    const early = driver.tick();
    const late = driver.tick();

    expect(early.completions).toEqual([]);
    expect(short(completionOf(late, client))).toBe('refused timedOut');
    expect(short(driver.act(server, accept).outcome)).toBe('refused nameUnknown');
  });

  it('ends with notConnected where the server ends [IPC-3] [LIFE-3]', () => {
    const driver = begin();
    driver.act(client, connect);

    const step = driver.act(server, { kind: 'trap', code: 1 });

    expect(short(completionOf(step, client))).toBe('refused notConnected');
    expect(step.events.map(({ event }) => event.kind)).toEqual(['response']);
  });

  it('is gone with its client: then nobody asks [LIFE-3]', () => {
    const driver = begin();
    const second = anotherThread(driver, client);
    driver.act(second, connect);

    driver.act(client, { kind: 'trap', code: 1 });

    expect(short(driver.act(server, accept).outcome)).toBe('refused nameUnknown');
  });

  it('closes the handle where its response is denied, when it completes [IPC-3]', () => {
    const driver = begin(withholding('cm.CM', 'Connect'));
    driver.act(client, connect);

    const step = driver.act(server, accept);

    expect(completionOf(step, client)).toMatchObject({ kind: 'denied', phase: 'response' });
    expect(step.next.objects.handles[0]).toHaveLength(2);
    expect(short(step.outcome)).toBe('done');
  });

  it('refuses nameUnknown, for a process that there is not [IPC-3]', () => {
    expect(refusedService(begin(), client, 'cm.CM.Connect', asked({ server: 'nobody' }))).toBe(
      'nameUnknown',
    );
  });

  it('refuses invalidArgument, for the caller itself [IPC-3]', () => {
    expect(refusedService(begin(), client, 'cm.CM.Connect', asked({ server: 'client' }))).toBe(
      'invalidArgument',
    );
  });

  it('refuses notConnected, for a process that does not run [IPC-3]', () => {
    const driver = begin();
    driver.act(server, { kind: 'trap', code: 1 });

    expect(refusedService(driver, client, 'cm.CM.Connect', asked())).toBe('notConnected');
  });

  it('refuses resourcesFull, where the client has no place for a channel [AVL-1]', () => {
    const driver = begin(all, { ...roomy, resources: 0 });

    expect(refusedService(driver, client, 'cm.CM.Connect', asked())).toBe('resourcesFull');
  });

  it('refuses tableFull, where the client has no place for its handle [AVL-1]', () => {
    const driver = begin(all, { ...roomy, handles: 2 });

    expect(refusedService(driver, client, 'cm.CM.Connect', asked())).toBe('tableFull');
  });

  it('refuses timedOut at once, where it is given no time [IPC-3]', () => {
    expect(refusedService(begin(), client, 'cm.CM.Connect', asked({ msecs: 0n }))).toBe('timedOut');
  });
});
