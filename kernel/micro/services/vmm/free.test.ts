import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { allocated, begin, buffer, client, data, framesOf, mapping, pagesOf } from './test-vmm.ts';

const name = 'vmm.VMM.Free';

describe('vmm.VMM.Free', () => {
  it('takes a whole region away, and its frames come back once they are forgotten [MEM-3]', () => {
    const driver = begin();
    const va = allocated(driver, client, data, 2);
    allocated(driver, client, data);
    driver.done(client, name, { va });

    expect(pagesOf(driver, 0)).toEqual(['0x12000 rw-']);
    expect(framesOf(driver, 0)).toBe('ppuf');
    driver.step({ kind: 'completeInvalidation', core: 1 });
    expect(framesOf(driver, 0)).toBe('ffuf');
  });

  it('unmaps what a handle has mapped, and leaves the buffer [MEM-4]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.MdlMap', mapping(buffer(driver, client)));
    driver.done(client, name, { va: 0x10000n });

    expect(pagesOf(driver, 0)).toEqual([]);
    expect(framesOf(driver, 0)).toBe('ufff');
  });

  it('refuses notMapped, where no region begins [MEM-2]', () => {
    const driver = begin();
    const va = allocated(driver, client, data, 2);

    expect(tried(driver, client, name, { va: va + 4096n })).toEqual(refusedFor('notMapped'));
    expect(tried(driver, client, name, {})).toEqual(refusedFor('notMapped'));
  });
});
