import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, refusedFor, sendHandle, tried } from '../../test-services.ts';
import { begin, buffer, bytes, client, framesOf, mapping, server } from './test-vmm.ts';

const name = 'vmm.VMM.MdlClone';

describe('vmm.VMM.MdlClone', () => {
  it('makes a buffer of a part of the frames of one, which have both [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client, 2);
    const fields = { mdl: local(mdl), offset: bytes(1), size: bytes(1) };
    const clone = driver.handle(client, name, fields, 'clone');
    driver.done(client, 'vmm.VMM.MdlMap', { ...mapping(mdl), size: bytes(2) });
    driver.done(client, 'vmm.VMM.MdlMap', mapping(clone));
    driver.act(client, { kind: 'store', address: 0x11000, value: 4 });

    expect(driver.act(client, { kind: 'load', address: 0x12000 }).outcome).toMatchObject({
      result: { value: 4 },
    });
    driver.done(client, 'handle.Handle.Close', { handle: local(mdl) });
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(framesOf(driver, 0)).toBe('fuff');
  });

  it('refuses wrongType, for a buffer that another process has made [MEM-4]', () => {
    const driver = begin();
    const theirs = sendHandle(driver, client, server, local(buffer(driver, client)));

    const fields = { mdl: local(theirs), size: bytes(1) };
    expect(tried(driver, server, name, fields)).toEqual(refusedFor('wrongType'));
  });

  it.each(['badHandle', 'handleRevoked', 'wrongType'] as const)('refuses %s [CAP-1]', (because) => {
    const driver = begin();
    const handles = faultyHandles(driver, client, buffer(driver, client));

    const fields = { mdl: handles[because], size: bytes(1) };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor(because));
  });

  it.each([
    ['invalidArgument', { size: bytes(2) }, {}],
    ['resourcesFull', { size: bytes(1) }, { resources: 1 }],
    ['tableFull', { size: bytes(1) }, { handles: 3 }],
  ])('refuses %s [MEM-6]', (because, change, less) => {
    const driver = begin(undefined, less);
    const mdl = local(buffer(driver, client));

    expect(tried(driver, client, name, { mdl, ...change })).toEqual(refusedFor(because));
  });

  it('refuses rightsMissing, without the right to copy it [CAP-1]', () => {
    const driver = begin();
    const mdl = buffer(driver, client);
    const theirs = sendHandle(driver, client, server, local(mdl, 0x1_0002));
    const back = sendHandle(driver, client, server, local(mdl, 0x1_0002));

    expect(theirs).not.toBe(back);
    const fields = { mdl: local(back), size: bytes(1) };
    expect(tried(driver, server, name, fields)).toEqual(refusedFor('rightsMissing'));
  });
});
