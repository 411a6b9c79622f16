import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { allocated, begin, bytes, client, data, flags, framesOf, pagesOf } from './test-vmm.ts';

const name = 'vmm.VMM.Allocate';

describe('vmm.VMM.Allocate', () => {
  it('reserves a region, and commits it if asked to, with frames of the process [MEM-2]', () => {
    const driver = begin();

    expect(driver.done(client, name, { size: bytes(2), flags: data }).get('va')).toBe(0x10000n);
    expect(framesOf(driver, 0)).toBe('ffff');
    expect(allocated(driver, client, data, 2)).toBe(0x12000n);
    expect(framesOf(driver, 0)).toBe('uuff');
    expect(pagesOf(driver, 0)).toEqual(['0x12000 rw-', '0x13000 rw-']);
  });

  it('takes the address that is asked for, and the lowest gap otherwise [MEM-2]', () => {
    const driver = begin();
    driver.done(client, name, { addr: 0x11000n, size: 1n, flags: data });

    expect(driver.done(client, name, { size: bytes(1), flags: data }).get('va')).toBe(0x10000n);
    expect(driver.done(client, name, { size: bytes(1), flags: data }).get('va')).toBe(0x12000n);
  });

  it.each([
    ['invalidArgument', { size: 0n, flags: data }],
    ['invalidArgument', { size: 0xffff_ffff_ffff_ffffn, flags: data }],
    ['invalidArgument', { size: 1n, flags: flags.write }],
    ['invalidArgument', { size: 1n, flags: data + 16n }],
    ['invalidArgument', { addr: 0x10001n, size: 1n, flags: data }],
    ['invalidArgument', { addr: 0x1000n, size: 1n, flags: data }],
    ['invalidArgument', { addr: 0xffff_f000n, size: bytes(2), flags: data }],
    ['invalidArgument', { addr: 0xffff_ffff_ffff_f000n, size: 1n, flags: data }],
    ['writeExecute', { size: 1n, flags: data + flags.execute }],
    ['pagesFull', { size: bytes(9), flags: data }],
    ['framesFull', { size: bytes(5), flags: data + flags.commit }],
  ])('refuses %s: case %# [MEM-6]', (because, fields) => {
    expect(tried(begin(), client, name, fields)).toEqual(refusedFor(because));
  });

  it('refuses occupied, where a region lies [MEM-2]', () => {
    const driver = begin();
    driver.done(client, name, { addr: 0x11000n, size: bytes(2), flags: data });

    const fields = { addr: 0x12000n, size: bytes(1), flags: data };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('occupied'));
  });

  it('gives no address by which a core may still reach what was there [MEM-3]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    driver.done(client, 'vmm.VMM.Free', { va });
    const fields = { addr: va, size: bytes(1), flags: data };

    expect(tried(driver, client, name, fields)).toEqual(refusedFor('occupied'));
    expect(allocated(driver, client, data)).toBe(0x11000n);
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(allocated(driver, client, data)).toBe(0x10000n);
  });
});
