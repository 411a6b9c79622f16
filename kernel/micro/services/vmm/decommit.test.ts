import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import {
  allocated,
  begin,
  buffer,
  bytes,
  client,
  data,
  framesOf,
  mapping,
  pagesOf,
} from './test-vmm.ts';

const name = 'vmm.VMM.Decommit';

describe('vmm.VMM.Decommit', () => {
  it('takes frames away, which come back when every core has forgotten them [MEM-3]', () => {
    const driver = begin();
    const va = allocated(driver, client, data, 2);
    driver.done(client, name, { va, size: bytes(1) });

    expect(pagesOf(driver, 0)).toEqual(['0x11000 rw-']);
    expect(framesOf(driver, 0)).toBe('puff');
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(framesOf(driver, 0)).toBe('fuff');
  });

  it('leaves a frame that a buffer has as well [MEM-4]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);
    driver.handle(client, 'vmm.VMM.MdlCreateFromVm', { va, size: bytes(1), flags: data }, 'mdl');
    driver.done(client, name, { va, size: bytes(1) });

    expect(pagesOf(driver, 0)).toEqual([]);
    expect(framesOf(driver, 0)).toBe('ufff');
  });

  it('refuses invalidArgument and notMapped [MEM-2]', () => {
    const driver = begin();
    const va = allocated(driver, client, data);

    expect(tried(driver, client, name, { va, size: 0n })).toEqual(refusedFor('invalidArgument'));
    expect(tried(driver, client, name, { va, size: bytes(2) })).toEqual(refusedFor('notMapped'));
  });

  it('refuses wrongType, for what a handle has mapped [MEM-4]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.MdlMap', mapping(buffer(driver, client)));

    const fields = { va: 0x10000n, size: bytes(1) };
    expect(tried(driver, client, name, fields)).toEqual(refusedFor('wrongType'));
  });
});
