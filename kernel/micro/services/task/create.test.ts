import { describe, expect, it } from 'vitest';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  gate,
  gateOf,
  handlesOf,
  refusedFor,
  sidBy,
  spacious,
  stagesOf,
  startedChild,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const create = 'task.Task.Create';
const kid = { name: 'kid', eiid: 't.Server', path: 'Server' };

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits }));

describe('task.Task.Create', () => {
  it('makes an empty process of a class, named within its family, and gives every right over it [LBL-1] [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, create, { ...kid, flags: 1n });

    expect(outputs).toEqual(
      record([
        ['child', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    const sid = sidBy(driver, client, 2);
    expect(driver.state.objects.processes.list[2]).toEqual({
      name: 'client/kid',
      subject: { kind: 'known', name: 'client/kid', sid, className: 't.Server' },
      className: 't.Server',
      path: 'Server',
      stage: { kind: 'created' },
      environment: [],
      connections: [],
      priority: 0,
      haltsOnTrap: true,
    });
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid,
      rights: 0xffff_ffff,
      parent: undefined,
      live: true,
    });
  });

  it('makes one that does not run, has no threads and holds nothing [LBL-1]', () => {
    const driver = driverOf();

    driver.done(client, create, kid);

    expect(driver.kernel.ready(driver.state)).toEqual([client, server]);
    expect(handlesOf(driver, 2)).toEqual([]);
  });

  it('takes places of the share of the family alone: what another family sees does not change [AVL-1] [ISO-3]', () => {
    const driver = driverOf();
    const alone = driverOf();
    driver.done(client, create, kid);

    driver.done(server, create, kid);
    alone.done(server, create, kid);

    expect(sidBy(driver, server, 2)).toBe(sidBy(alone, server, 2));
    expect(stagesOf(driver)).toEqual({
      client: 'running',
      server: 'running',
      'client/kid': 'created',
      'server/kid': 'created',
    });
  });

  it.each([
    ['invalidArgument', 'an empty name', { ...kid, name: '' }],
    ['classUnknown', 'a class that the policy does not include', { ...kid, eiid: 't.Strange' }],
    ['nameTaken', 'the name of a process of init.yaml', { ...kid, name: 'server' }],
    ['nameTaken', 'the name of another process of the family', { ...kid, name: 'other' }],
  ])('refuses %s for %s, and changes nothing [LBL-1]', (because, _, fields) => {
    const driver = driverOf();
    driver.done(client, create, { ...kid, name: 'other' });

    expect(tried(driver, client, create, fields)).toEqual(refusedFor(because));
  });

  it('refuses more processes than the share of the family, those of its descendants counted [AVL-1]', () => {
    const driver = driverOf();
    startedChild(driver, client);
    const child = threadOf(2, spacious);
    driver.done(child, create, { ...kid, name: 'grandchild' });

    const results = [client, child].map((by) => tried(driver, by, create, { ...kid, name: 'x' }));

    expect(results).toEqual([refusedFor('processesFull'), refusedFor('processesFull')]);
    expect(tried(driver, server, create, kid).outcome).toBe('done');
  });

  it('refuses a handle into a full table, and changes nothing [AVL-1]', () => {
    const driver = driverOf(all, { ...spacious, handles: 2 });

    expect(tried(driver, client, create, kid)).toEqual(refusedFor('tableFull'));
  });

  it('tells how it went by a retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(create, -8));

    expect(tried(driver, client, create, { ...kid, eiid: 'x' })).toEqual(
      refusedFor('classUnknown'),
    );
    expect(tried(driver, client, create, kid).outcome).toBe('denied response');
  });

  it('is undone where its response is denied [IPC-3] [LIFE-1]', () => {
    const driver = driverOf(withholding('task.Task', 'Create'));
    const before = bytesOf(driver);

    const result = tried(driver, client, create, kid);

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });

  it('leaves its place, and its context, when nobody holds it that does not run [LIFE-1] [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=task.Task method=Create { gate.init { sid : message.child.handle } }`;
    const driver = driverOf(policy);
    driver.done(client, create, kid);
    const sid = sidBy(driver, client, 2);
    const held = gateOf(driver.state);

    driver.done(client, 'handle.Handle.Close', { handle: local(2) });

    expect(held).toEqual({ gate: { [sid]: 'shut' } });
    expect(gateOf(driver.state)).toEqual({ gate: {} });
    expect(stagesOf(driver)).toEqual({ client: 'running', server: 'running' });
  });
});
