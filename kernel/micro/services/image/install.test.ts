import { describe, expect, it } from 'vitest';
import type { BytesValue } from '../../../../model/value.ts';
import { record } from '../../../../model/value.ts';
import { Driver, all, kernelOf, local, threadOf, withholding } from '../../test-kernel.ts';
import {
  answeringOnly,
  bytesOf,
  gate,
  gateOf,
  handlesOf,
  kindsOf,
  refusedFor,
  sidBy,
  spacious,
  tried,
} from '../../test-services.ts';

const client = threadOf(0, spacious);
const install = 'image.Image.Install';
const bytes = (count: number): BytesValue => ({ kind: 'bytes', hex: 'ab'.repeat(count) });
const claim = { path: 'new', eiid: 't.Server', digest: bytes(32) };

/** Classes of which a declaration is missing: a component, an interface, and all of it. */
const files = {
  't/NoComponent.edl': 'task class t.NoComponent\ncomponents { impl : t.Absent }\n',
  't/NoInterface.edl': 'task class t.NoInterface\nendpoints { direct : t.Absent }\n',
};
const open = 'use EDL t.NoComponent\nuse EDL t.NoInterface\nuse EDL t.NoFile\n';

const driverOf = (policy = all, limits = spacious): Driver =>
  new Driver(kernelOf(policy, { limits, files }));

describe('image.Image.Install', () => {
  it('adds an image with a label of its own, and gives every right to it [LBL-1] [LBL-2]', () => {
    const driver = driverOf();

    const outputs = driver.done(client, install, claim);

    expect(outputs).toEqual(
      record([
        ['image', local(2)],
        ['rc', 0n],
      ]).fields,
    );
    expect(driver.state.objects.resources[0]).toEqual([
      { kind: 'image', path: 'new', className: 't.Server', digest: 'ab'.repeat(32) },
    ]);
    expect(handlesOf(driver, 0)[2]).toEqual({
      number: 2,
      sid: sidBy(driver, client, 2),
      rights: 0xffff_ffff,
      parent: undefined,
      live: true,
    });
  });

  it.each([
    ['classUnknown', 'a class that the policy does not include', { eiid: 't.Strange' }],
    ['classMismatch', 'a class of which a component is missing', { eiid: 't.NoComponent' }],
    ['classMismatch', 'a class of which an interface is missing', { eiid: 't.NoInterface' }],
    ['classMismatch', 'a class whose declaration is missing', { eiid: 't.NoFile' }],
    ['invalidArgument', 'a digest that is too short', { digest: bytes(31) }],
    ['invalidArgument', 'no digest', { digest: bytes(0) }],
    ['invalidArgument', 'an empty path', { path: '' }],
  ])('refuses %s for %s, and changes nothing [LBL-1]', (because, _, change) => {
    const driver = driverOf(`${open}${all}`);

    expect(tried(driver, client, install, { ...claim, ...change })).toEqual(refusedFor(because));
  });

  it('is not asked for a digest that is too long: the message is not of the declared type [TYPE-2]', () => {
    const driver = driverOf();

    expect(tried(driver, client, install, { ...claim, digest: bytes(33) }).outcome).toBe(
      'denied request',
    );
  });

  it.each([
    ['resourcesFull', { ...spacious, resources: 0 }],
    ['tableFull', { ...spacious, handles: 2 }],
  ])('refuses what exceeds the share of the process: %s [AVL-1]', (because, limits) => {
    const driver = driverOf(all, limits);

    expect(tried(driver, client, install, claim)).toEqual(refusedFor(because));
  });

  it('tells a refusal by its retcode, which the policy judges [IPC-3]', () => {
    const driver = driverOf(answeringOnly(install, -8));

    expect(tried(driver, client, install, { ...claim, eiid: 'x' })).toEqual(
      refusedFor('classUnknown'),
    );
  });

  it('is undone where its response is denied [IPC-3]', () => {
    const driver = driverOf(withholding('image.Image', 'Install'));
    const before = bytesOf(driver);

    const result = tried(driver, client, install, claim);

    expect(result.outcome).toBe('denied response');
    expect(bytesOf(driver)).toEqual(before);
  });

  it('loses the image and its context with the last handle [LIFE-2]', () => {
    const policy = `${gate}
response src=kl.core.Core endpoint=image.Image method=Install { gate.init { sid : message.image.handle } }`;
    const driver = driverOf(policy);
    driver.done(client, install, claim);
    const held = [kindsOf(driver, 0), gateOf(driver.state)];
    const sid = sidBy(driver, client, 2);

    driver.done(client, 'handle.Handle.Close', { handle: local(2) });

    expect(held).toEqual([['image'], { gate: { [sid]: 'shut' } }]);
    expect([kindsOf(driver, 0), gateOf(driver.state)]).toEqual([[], { gate: {} }]);
  });
});
