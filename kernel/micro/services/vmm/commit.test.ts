import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import {
  allocated,
  begin,
  buffer,
  bytes,
  client,
  data,
  flags,
  framesOf,
  mapping,
  pagesOf,
} from './test-vmm.ts';

const name = 'vmm.VMM.Commit';
const va = 0x10000n;

const reserving = () => {
  const driver = begin();
  driver.done(client, 'vmm.VMM.Allocate', { size: bytes(6), flags: data });
  return driver;
};

describe('vmm.VMM.Commit', () => {
  it('gives pages of a region frames, with the rights that are asked for [MEM-2]', () => {
    const driver = reserving();
    driver.done(client, name, { va: va + bytes(1), size: bytes(1), flags: flags.read });

    expect(framesOf(driver, 0)).toBe('ufff');
    expect(pagesOf(driver, 0)).toEqual(['0x11000 r--']);
  });

  it.each([
    ['invalidArgument', { va, size: 0n, flags: data }],
    ['invalidArgument', { va, size: 1n, flags: 0n }],
    ['writeExecute', { va, size: 1n, flags: data + flags.execute }],
    ['notMapped', { va: va + bytes(5), size: bytes(2), flags: data }],
    ['notMapped', { va: va + 1n, size: 1n, flags: data }],
    ['framesFull', { va, size: bytes(5), flags: data }],
  ])('refuses %s: case %# [MEM-6]', (because, fields) => {
    expect(tried(reserving(), client, name, fields)).toEqual(refusedFor(because));
  });

  it('refuses occupied, where a page has a frame [MEM-2]', () => {
    const driver = reserving();
    driver.done(client, name, { va: va + bytes(1), size: bytes(1), flags: data });

    const fields = { va, size: bytes(2), flags: data };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('occupied'));
  });

  it('refuses wrongType, for what a handle has mapped [MEM-4]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.MdlMap', mapping(buffer(driver, client)));

    const fields = { va, size: bytes(1), flags: data };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('wrongType'));
  });

  it('refuses occupied, while a core may still reach the frame that a page had [MEM-3]', () => {
    const driver = begin();
    const fields = { va, size: bytes(1) };
    allocated(driver, client, data);
    driver.done(client, 'vmm.VMM.Decommit', fields);

    expect(tried(driver, client, name, { ...fields, flags: data })).toEqual(refusedFor('occupied'));
    driver.step({ kind: 'completeInvalidation', core: 1 });
    driver.done(client, name, { ...fields, flags: data });
  });
});
