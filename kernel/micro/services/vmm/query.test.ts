import { describe, expect, it } from 'vitest';
import { refusedFor, tried } from '../../test-services.ts';
import { begin, bytes, client, data } from './test-vmm.ts';

const name = 'vmm.VMM.Query';

describe('vmm.VMM.Query', () => {
  it('tells the region of an address, and the rights of its page [MEM-2]', () => {
    const driver = begin();
    driver.done(client, 'vmm.VMM.Allocate', { size: bytes(2), flags: data });
    driver.done(client, 'vmm.VMM.Commit', { va: 0x11000n, size: bytes(1), flags: data });
    const told = (va: bigint) => {
      const answer = driver.done(client, name, { va });
      return ['start', 'size', 'flags'].map((field) => answer.get(field));
    };

    expect(told(0x10010n)).toEqual([0x10000n, bytes(2), 0n]);
    expect(told(0x11fffn)).toEqual([0x10000n, bytes(2), 11n]);
  });

  it('refuses notMapped, where no region lies [MEM-2]', () => {
    for (const va of [0n, 0x10000n, 0xffff_ffff_ffff_ffffn])
      expect(tried(begin(), client, name, { va })).toEqual(refusedFor('notMapped'));
  });
});
