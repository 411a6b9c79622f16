import { describe, expect, it } from 'vitest';
import type { BytesValue } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  faultyHandles,
  handleFaults,
  refusedFor,
  spacious,
  stagesOf,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const update = 'image.Image.Update';
const bytes = (hex: string, count = 32): BytesValue => ({ kind: 'bytes', hex: hex.repeat(count) });
const claim = { eiid: 't.Server', digest: bytes('cd') };

const files = {
  't/Partial.edl': 'task class t.Partial\ncomponents { impl : t.Absent }\n',
};

const driverOf = (policy = all): Driver =>
  new Driver(kernelOf(policy, { limits: spacious, files }));

const installed = (driver: Driver): number =>
  driver.handle(
    client,
    'image.Image.Install',
    { path: 'new', eiid: 't.Server', digest: bytes('ab') },
    'image',
  );

const digestOf = ({ state }: Driver): string | undefined => {
  const [resource] = state.objects.resources[0] ?? [];
  return resource?.kind === 'image' ? resource.digest : undefined;
};

describe('image.Image.Update', () => {
  it('puts other bytes in the place of an image, and leaves its path and its class [LIFE-1]', () => {
    const driver = driverOf();
    const image = local(installed(driver));

    driver.done(client, update, { image, ...claim });

    expect(driver.state.objects.resources[0]).toEqual([
      { kind: 'image', path: 'new', className: 't.Server', digest: 'cd'.repeat(32) },
    ]);
  });

  it('changes nothing where the bytes are the same [LIFE-1]', () => {
    const driver = driverOf();
    const image = local(installed(driver));

    driver.done(client, update, { image, ...claim, digest: bytes('ab') });

    expect(digestOf(driver)).toBe('ab'.repeat(32));
  });

  it('leaves a process that was loaded before as it is [LIFE-1]', () => {
    const driver = driverOf();
    const image = local(installed(driver));
    const kid = { name: 'kid', eiid: 't.Server' };
    const task = local(driver.handle(client, 'task.Task.Create', kid, 'child'));
    driver.done(client, 'task.Task.LoadSeg', { task, image });
    driver.done(client, 'task.Task.Resume', { task });
    const { processes } = driver.state.objects;

    driver.done(client, update, { image, ...claim });

    expect(driver.state.objects.processes).toBe(processes);
    expect(stagesOf(driver)['client/kid']).toBe('running');
  });

  it.each(handleFaults)('refuses %s, and changes nothing [CAP-1]', (because) => {
    const driver = driverOf();
    const image = faultyHandles(driver, client, installed(driver))[because];

    expect(tried(driver, client, update, { image, ...claim })).toEqual(refusedFor(because));
  });

  it('refuses one who may read the image and not replace it [CAP-1]', () => {
    const driver = driverOf();
    const fields = { inHandle: local(installed(driver)), newRightsMask: 0x1_0007n };
    const image = local(driver.handle(client, 'handle.Handle.Copy', fields, 'outHandle'));

    expect(tried(driver, client, update, { image, ...claim })).toEqual(refusedFor('rightsMissing'));
  });

  it.each([
    ['classUnknown', 'a class that the policy does not include', { eiid: 't.Strange' }],
    ['classMismatch', 'another class', { eiid: 't.Client' }],
    ['classMismatch', 'a class of which a declaration is missing', { eiid: 't.Partial' }],
    ['invalidArgument', 'a digest that is none', { digest: bytes('cd', 31) }],
  ])('refuses %s for %s, and changes nothing [LBL-1]', (because, _, change) => {
    const driver = driverOf(`use EDL t.Partial\n${all}`);
    const image = local(installed(driver));

    expect(tried(driver, client, update, { image, ...claim, ...change })).toEqual(
      refusedFor(because),
    );
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(update, -2));

    expect(tried(driver, client, update, { image: local(1), ...claim })).toEqual(
      refusedFor('wrongType'),
    );
  });

  it('stays done where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('image.Image', 'Update'));
    const image = local(installed(driver));

    expect(tried(driver, client, update, { image, ...claim }).outcome).toBe('denied response');
    expect(digestOf(driver)).toBe('cd'.repeat(32));
  });
});
