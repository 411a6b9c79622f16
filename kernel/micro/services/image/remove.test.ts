import { describe, expect, it } from 'vitest';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  gate,
  gateOf,
  handleFaults,
  handlesOf,
  kindsOf,
  refusedFor,
  sendHandle,
  spacious,
  stagesOf,
  tried,
} from '../../test-services.ts';

const [client, server] = [threadOf(0, spacious), threadOf(1, spacious)] as const;
const remove = 'image.Image.Remove';

const driverOf = (policy = all): Driver => new Driver(kernelOf(policy, { limits: spacious }));

const installed = (driver: Driver): number =>
  driver.handle(
    client,
    'image.Image.Install',
    { path: 'new', eiid: 't.Server', digest: { kind: 'bytes', hex: 'ab'.repeat(32) } },
    'image',
  );

const created = (driver: Driver, by = client): number =>
  driver.handle(by, 'task.Task.Create', { name: 'kid', eiid: 't.Server' }, 'child');

describe('image.Image.Remove', () => {
  it('closes the handle and destroys the image [LIFE-1]', () => {
    const driver = driverOf();
    const image = installed(driver);

    driver.done(client, remove, { image: local(image) });

    expect(handlesOf(driver, 0).map(({ number }) => number)).toEqual([0, 1]);
    expect(kindsOf(driver, 0)).toEqual([]);
  });

  it('revokes what was derived from it, so that nobody loads it any more [CAP-2] [LIFE-1]', () => {
    const driver = driverOf();
    const image = installed(driver);
    const there = sendHandle(driver, client, server, local(image));
    const task = local(created(driver, server));

    driver.done(client, remove, { image: local(image) });

    expect(tried(driver, server, 'task.Task.LoadSeg', { task, image: local(there) })).toEqual(
      refusedFor('handleRevoked'),
    );
  });

  it('leaves a process that was loaded with it: it starts and runs [LIFE-1]', () => {
    const driver = driverOf();
    const image = local(installed(driver));
    const task = local(created(driver));
    driver.done(client, 'task.Task.LoadSeg', { task, image });

    driver.done(client, remove, { image });
    driver.done(client, 'task.Task.Resume', { task });

    expect(stagesOf(driver)['client/kid']).toBe('running');
  });

  it('drops the context of the image [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=image.Image method=Install { gate.init { sid : message.image.handle } }`;
    const driver = driverOf(policy);
    const image = local(installed(driver));

    driver.done(client, remove, { image });

    expect(gateOf(driver.state)).toEqual({ gate: {} });
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const image = faultyHandles(driver, client, installed(driver))[because];

    expect(tried(driver, client, remove, { image })).toEqual(refusedFor(because));
  });

  it('refuses one who may read the image and not replace it [CAP-1]', () => {
    const driver = driverOf();
    const image = sendHandle(driver, client, server, local(installed(driver), 0x1_0007));

    expect(tried(driver, server, remove, { image: local(image) })).toEqual(
      refusedFor('rightsMissing'),
    );
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(remove, -2));

    expect(tried(driver, client, remove, { image: local(1) })).toEqual(refusedFor('wrongType'));
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('image.Image', 'Remove'));

    const result = tried(driver, client, remove, { image: local(installed(driver)) });

    expect(result.outcome).toBe('denied response');
    expect(kindsOf(driver, 0)).toEqual([]);
  });
});
