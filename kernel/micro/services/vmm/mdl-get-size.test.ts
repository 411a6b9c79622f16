import { describe, expect, it } from 'vitest';
import { local } from '../../test-kernel.ts';
import { faultyHandles, handleFaults, refusedFor, tried } from '../../test-services.ts';
import { begin, buffer, bytes, client } from './test-vmm.ts';

const name = 'vmm.VMM.MdlGetSize';

describe('vmm.VMM.MdlGetSize', () => {
  it('tells how large a buffer is [MEM-4]', () => {
    const driver = begin();
    const mdl = buffer(driver, client, 3);

    expect(driver.done(client, name, { mdl: local(mdl) }).get('size')).toBe(bytes(3));
  });

  it.each(handleFaults)('refuses %s [CAP-1]', (because) => {
    const driver = begin();
    const handles = faultyHandles(driver, client, buffer(driver, client));

    expect(tried(driver, client, name, { mdl: handles[because] })).toEqual(refusedFor(because));
  });
});
